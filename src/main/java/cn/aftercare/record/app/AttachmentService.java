package cn.aftercare.record.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.record.Attachment;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.AttachmentType;
import cn.aftercare.record.Dossier;
import cn.aftercare.record.FileName;
import cn.aftercare.record.persistence.AttachmentRepository;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photos and signed scans of a case: whoever may see the case sees them, the staff of its unit adds to them. */
@Service
public class AttachmentService {

    public static final int MAX_BYTES = 15 * 1024 * 1024;
    public static final int MAX_FILES = 200;

    private final AttachmentRepository attachments;
    private final Dossiers dossiers;
    private final CurrentActor currentActor;
    private final Clock clock;

    public AttachmentService(
            AttachmentRepository attachments, Dossiers dossiers, CurrentActor currentActor, Clock clock) {
        this.attachments = attachments;
        this.dossiers = dossiers;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** The file as it is kept; added is false if the case already had the same content. */
    public record Upload(Attachment attachment, boolean added) {}

    /**
     * Keeps a file with a case. The same content twice is kept once.
     *
     * @throws NotFoundException no such case, or not for this user
     * @throws NotPermittedException the user is not staff of the case's unit
     * @throws ConflictException the case has ended (a signed scan is still welcome) or has its full number of files
     * @throws InvalidInputException empty, too big, not an accepted type, or name and content disagree
     */
    @Transactional
    public Upload upload(String caseNo, AttachmentPurpose purpose, String rawFileName, byte[] content) {
        Actor actor = currentActor.get();
        // Rights first: a stranger learns nothing and takes no lock.
        Dossier kept = visibleCase(caseNo, actor);
        if (kept.others().stream().noneMatch(unit -> actor.hasRole(unit, Role.values()))) {
            actor.require("只有案件所属单位的人员可以上传附件", kept.unit(), Role.values());
        }
        String fileName = FileName.sanitise(rawFileName);
        AttachmentType type = acceptedType(fileName, content);
        String sha256 = sha256(content);

        Dossier facts = dossiers.lock(caseNo).orElseThrow(() -> noCase(caseNo));
        if (facts.ended() && purpose != AttachmentPurpose.SIGNED_SCAN) {
            throw new ConflictException("案件 " + caseNo + " 已结束,只能补传签字扫描件");
        }
        Optional<Attachment> same = attachments.findSame(caseNo, sha256);
        if (same.isPresent()) {
            return new Upload(same.get(), false);
        }
        if (attachments.count(caseNo) >= MAX_FILES) {
            throw new ConflictException("案件 " + caseNo + " 的附件已达 " + MAX_FILES + " 个,不能再添加");
        }
        Attachment attachment = new Attachment(
                UUID.randomUUID().toString(),
                caseNo,
                purpose,
                fileName,
                type,
                content.length,
                sha256,
                actor.userId(),
                clock.instant());
        attachments.insert(attachment, content);
        return new Upload(attachment, true);
    }

    /** The files of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Attachment> ofCase(String caseNo) {
        return attachments.ofCase(visibleCase(caseNo, currentActor.get()).number());
    }

    /**
     * A file by its id.
     *
     * @throws NotFoundException if there is none, or its case belongs to a unit the user may not see
     */
    @Transactional(readOnly = true)
    public Attachment find(String id) {
        Actor actor = currentActor.get();
        return attachments
                .find(id)
                .filter(a -> dossiers.find(a.caseNo())
                        .filter(facts -> actor.maySee(facts.unit()))
                        .isPresent())
                .orElseThrow(() -> new NotFoundException("没有这个附件"));
    }

    /** The content of a file, under the same rule as {@link #find}. */
    @Transactional(readOnly = true)
    public byte[] content(String id) {
        return attachments.content(find(id).id());
    }

    private Dossier visibleCase(String caseNo, Actor actor) {
        return dossiers.find(caseNo).filter(facts -> actor.maySee(facts.unit())).orElseThrow(() -> noCase(caseNo));
    }

    private static AttachmentType acceptedType(String fileName, byte[] content) {
        if (content.length == 0) {
            throw new InvalidInputException("file", "文件:不能为空文件");
        }
        if (content.length > MAX_BYTES) {
            throw new InvalidInputException("file", "文件:大小不能超过 15 MB");
        }
        AttachmentType type = AttachmentType.ofContent(content)
                .orElseThrow(() -> new InvalidInputException("file", "文件:只接受 JPEG、PNG、WebP、HEIC 图片和 PDF"));
        if (!type.hasExtension(fileName)) {
            throw new InvalidInputException("file", "文件:扩展名与内容不符,内容是 " + type.name());
        }
        return type;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NotFoundException noCase(String caseNo) {
        return new NotFoundException("没有案件 " + caseNo);
    }
}
