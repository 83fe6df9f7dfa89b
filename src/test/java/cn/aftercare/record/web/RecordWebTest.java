package cn.aftercare.record.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.organisation.Actor;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.RecordDatabase;
import cn.aftercare.record.RecordEntry;
import cn.aftercare.record.RecordKind;
import cn.aftercare.record.SampleFiles;
import cn.aftercare.record.TestActors;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.record.app.Dossiers;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.record.persistence.AttachmentRepository;
import cn.aftercare.record.persistence.RecordRepository;
import cn.aftercare.repair.Stage;
import cn.aftercare.repair.persistence.CaseDossiers;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class RecordWebTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T06:10:00Z"), ZoneOffset.UTC);

    private final RecordDatabase database = new RecordDatabase();
    private Actor actor = TestActors.NANJING_TECHNICIAN;
    private final Dossiers cases = new Dossiers(List.of(new CaseDossiers(database.jdbc())));
    private final RecordArchive archive =
            new RecordArchive(new RecordRepository(database.jdbc()), cases, () -> actor, CLOCK);
    private final AttachmentService attachments =
            new AttachmentService(new AttachmentRepository(database.jdbc()), cases, () -> actor, CLOCK);
    private final MockMvc web = MockMvcBuilders.standaloneSetup(
                    new RecordController(archive), new AttachmentController(attachments))
            .setMessageConverters(
                    new ByteArrayHttpMessageConverter(),
                    new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json()
                            .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                            .timeZone("Asia/Shanghai")
                            .build()))
            .build();

    @BeforeEach
    void oneCase() {
        database.addCase("BX-1", Stage.WORKING);
    }

    @Test
    void aRecordComesAsAWordFileThatNobodyCaches() throws Exception {
        RecordEntry entry = archive.archive(RecordKind.TASK_ORDER, "BX-1", filing -> new byte[] {1, 2, 3});

        web.perform(get("/api/records/" + entry.recordNo() + ".docx"))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Type",
                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(
                        header().string(
                                        "Content-Disposition",
                                        containsString(
                                                "filename*=UTF-8''%E7%BB%B4%E4%BF%AE%E4%BB%BB%E5%8A%A1%E5%8D%95-RWD-2026-000001.docx")))
                .andExpect(content().bytes(new byte[] {1, 2, 3}));
        web.perform(get("/api/repair-cases/BX-1/records"))
                .andExpect(jsonPath("$[0].recordNo").value("RWD-2026-000001"))
                .andExpect(jsonPath("$[0].kind").value("TASK_ORDER"))
                .andExpect(jsonPath("$[0].createdAt").value("2026-01-05T14:10:00+08:00"));

        actor = TestActors.SUZHOU_TECHNICIAN;
        assertThatThrownBy(() -> web.perform(get("/api/records/" + entry.recordNo() + ".docx")))
                .hasCauseInstanceOf(NotFoundException.class);
    }

    @Test
    void aPhotoIsUploadedOnceListedAndShownInASandbox() throws Exception {
        MockMultipartFile photo = new MockMultipartFile("file", "吊顶.jpg", "text/html", SampleFiles.jpeg("1"));

        web.perform(multipart("/api/repair-cases/BX-1/attachments").file(photo).param("purpose", "PHOTO"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.fileName").value("吊顶.jpg"))
                .andExpect(jsonPath("$.mediaType").value("image/jpeg"))
                .andExpect(jsonPath("$.uploadedAt").value("2026-01-05T14:10:00+08:00"));
        String id = attachments.ofCase("BX-1").get(0).id();
        web.perform(multipart("/api/repair-cases/BX-1/attachments").file(photo).param("purpose", "PHOTO"))
                .andExpect(status().isOk())
                .andExpect(header().string("Location", "/api/attachments/" + id))
                .andExpect(jsonPath("$.id").value(id));
        web.perform(get("/api/repair-cases/BX-1/attachments"))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].id").value(id));
        web.perform(get("/api/attachments/" + id))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/jpeg"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", "sandbox"))
                .andExpect(header().string(
                                "Content-Disposition",
                                allOf(
                                        startsWith("inline;"),
                                        containsString("filename*=UTF-8''%E5%90%8A%E9%A1%B6.jpg"))))
                .andExpect(content().bytes(SampleFiles.jpeg("1")));
    }

    @Test
    void aMissingFileOrAnUnknownPurposeIsNamed() {
        MockMultipartFile photo = new MockMultipartFile("file", "a.jpg", null, SampleFiles.jpeg("1"));

        assertThatThrownBy(() -> web.perform(
                        multipart("/api/repair-cases/BX-1/attachments").param("purpose", "PHOTO")))
                .hasCauseInstanceOf(InvalidInputException.class)
                .hasRootCauseMessage("文件:请选择要上传的文件");
        assertThatThrownBy(() -> web.perform(multipart("/api/repair-cases/BX-1/attachments")
                        .file(photo)
                        .param("purpose", "SELFIE")))
                .hasCauseInstanceOf(InvalidInputException.class)
                .hasRootCauseMessage("用途:只能是 PHOTO、SIGNED_SCAN 或 OTHER");
        assertThatThrownBy(() -> web.perform(
                        multipart("/api/repair-cases/BX-1/attachments").file(photo)))
                .hasCauseInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> attachments.upload("BX-9", AttachmentPurpose.PHOTO, "a.jpg", SampleFiles.jpeg("1")))
                .isInstanceOf(NotFoundException.class);
    }
}
