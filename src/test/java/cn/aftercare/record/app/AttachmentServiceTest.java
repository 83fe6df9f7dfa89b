package cn.aftercare.record.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.organisation.Actor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.record.Attachment;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.AttachmentType;
import cn.aftercare.record.RecordDatabase;
import cn.aftercare.record.SampleFiles;
import cn.aftercare.record.TestActors;
import cn.aftercare.record.persistence.AttachmentRepository;
import cn.aftercare.repair.Stage;
import cn.aftercare.repair.persistence.CaseDossiers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AttachmentServiceTest {

    private static final Instant NOW = Instant.parse("2025-09-28T06:00:00Z");

    private final RecordDatabase database = new RecordDatabase();
    private Actor actor = TestActors.NANJING_TECHNICIAN;
    private final AttachmentService service = new AttachmentService(
            new AttachmentRepository(database.jdbc()),
            new Dossiers(List.of(new CaseDossiers(database.jdbc()))),
            () -> actor,
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void twoCases() {
        database.addCase("BX-1", Stage.WORKING);
        database.addCase("BX-2", Stage.WORKING);
    }

    @Test
    void keepsWhatIsUploaded() {
        AttachmentService.Upload upload = upload("BX-1", "C:\\照片\\吊顶.jpg", SampleFiles.jpeg("1"));

        Attachment kept = upload.attachment();
        assertThat(upload.added()).isTrue();
        assertThat(kept.fileName()).isEqualTo("吊顶.jpg");
        assertThat(kept.type()).isEqualTo(AttachmentType.JPEG);
        assertThat(kept.sizeBytes()).isEqualTo(5);
        assertThat(kept.sha256()).matches("[0-9a-f]{64}");
        assertThat(kept.uploadedBy()).isEqualTo("nanjing-technician");
        assertThat(kept.uploadedAt()).isEqualTo(NOW);
        assertThat(service.find(kept.id())).isEqualTo(kept);
        assertThat(service.content(kept.id())).isEqualTo(SampleFiles.jpeg("1"));
        assertThat(service.ofCase("BX-1")).containsExactly(kept);
        assertThat(service.ofCase("BX-2")).isEmpty();
    }

    @Test
    void theSameContentIsKeptOncePerCase() {
        Attachment first = upload("BX-1", "a.jpg", SampleFiles.jpeg("1")).attachment();

        AttachmentService.Upload again = upload("BX-1", "b.jpg", SampleFiles.jpeg("1"));
        AttachmentService.Upload elsewhere = upload("BX-2", "a.jpg", SampleFiles.jpeg("1"));

        assertThat(again).isEqualTo(new AttachmentService.Upload(first, false));
        assertThat(elsewhere.added()).isTrue();
        assertThat(service.ofCase("BX-1")).hasSize(1);
    }

    @Test
    void nameAndContentMustAgreeAndBeAccepted() {
        refused("a.png", SampleFiles.jpeg("1"), "文件:扩展名与内容不符,内容是 JPEG");
        refused("a", SampleFiles.jpeg("1"), "文件:扩展名与内容不符,内容是 JPEG");
        refused("a.jpg", SampleFiles.html(), "文件:只接受 JPEG、PNG、WebP、HEIC 图片和 PDF");
        refused("a.jpg", new byte[0], "文件:不能为空文件");
        refused("a.pdf", SampleFiles.padded(SampleFiles.pdf(), 15 * 1024 * 1024 + 1), "文件:大小不能超过 15 MB");
        assertThat(service.ofCase("BX-1")).isEmpty();

        upload("BX-1", "a.pdf", SampleFiles.padded(SampleFiles.pdf(), 15 * 1024 * 1024));
        upload("BX-1", "a.HEIC", SampleFiles.heic());
        upload("BX-1", "a.webp", SampleFiles.webp());
        upload("BX-1", "a.png", SampleFiles.png("1"));
        assertThat(service.ofCase("BX-1")).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"CLOSED", "REJECTED", "NO_AGREEMENT"})
    void anEndedCaseTakesSignedScansOnly(Stage ended) {
        database.setStage("BX-1", ended);

        for (AttachmentPurpose purpose : new AttachmentPurpose[] {AttachmentPurpose.PHOTO, AttachmentPurpose.OTHER}) {
            assertThatThrownBy(() -> service.upload("BX-1", purpose, "a.jpg", SampleFiles.jpeg("1")))
                    .isInstanceOf(ConflictException.class)
                    .hasMessage("案件 BX-1 已结束,只能补传签字扫描件");
        }
        assertThat(service.upload("BX-1", AttachmentPurpose.SIGNED_SCAN, "a.pdf", SampleFiles.pdf())
                        .added())
                .isTrue();
    }

    @Test
    void aCaseHoldsTwoHundredFiles() {
        for (int i = 0; i < 200; i++) {
            upload("BX-1", "a.jpg", SampleFiles.jpeg("" + i));
        }

        assertThatThrownBy(() -> upload("BX-1", "a.jpg", SampleFiles.jpeg("200")))
                .isInstanceOf(ConflictException.class)
                .hasMessage("案件 BX-1 的附件已达 200 个,不能再添加");
        assertThat(upload("BX-1", "a.jpg", SampleFiles.jpeg("7")).added()).isFalse();
    }

    @Test
    void simultaneousUploadsOfOnePhotoKeepItOnce() throws Exception {
        TransactionTemplate transaction =
                new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
        int people = 6;
        CyclicBarrier together = new CyclicBarrier(people);
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            List<Future<Boolean>> added = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                added.add(threads.submit(() -> {
                    together.await();
                    return transaction.execute(status ->
                            upload("BX-1", "a.jpg", SampleFiles.jpeg("1")).added());
                }));
            }
            int kept = 0;
            for (Future<Boolean> one : added) {
                kept += one.get() ? 1 : 0;
            }
            assertThat(kept).isEqualTo(1);
            assertThat(service.ofCase("BX-1")).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whoMaySeeTheCaseSeesAndItsUnitAdds() {
        Attachment kept = upload("BX-1", "a.jpg", SampleFiles.jpeg("1")).attachment();

        actor = TestActors.HQ_PMD;
        assertThat(service.content(kept.id())).isEqualTo(SampleFiles.jpeg("1"));
        assertThatThrownBy(() -> upload("BX-1", "b.jpg", SampleFiles.jpeg("2")))
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("只有案件所属单位的人员可以上传附件");

        actor = TestActors.SUZHOU_TECHNICIAN;
        assertThatThrownBy(() -> upload("BX-1", "b.jpg", SampleFiles.jpeg("2"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.ofCase("BX-1")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.find(kept.id())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.content(kept.id())).isInstanceOf(NotFoundException.class);
    }

    private AttachmentService.Upload upload(String caseNo, String name, byte[] content) {
        return service.upload(caseNo, AttachmentPurpose.PHOTO, name, content);
    }

    private void refused(String name, byte[] content, String message) {
        assertThatThrownBy(() -> upload("BX-1", name, content))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }
}
