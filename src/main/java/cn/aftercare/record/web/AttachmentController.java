package cn.aftercare.record.web;

import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.record.Attachment;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.app.AttachmentService;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of a case over HTTP. What users upload is served so that a browser shows it but runs nothing in it. */
@RestController
class AttachmentController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final AttachmentService service;

    AttachmentController(AttachmentService service) {
        this.service = service;
    }

    record AttachmentView(
            String id,
            String caseNo,
            String purpose,
            String fileName,
            String mediaType,
            long sizeBytes,
            String sha256,
            String uploadedBy,
            OffsetDateTime uploadedAt,
            String url) {
        static AttachmentView of(Attachment attachment) {
            return new AttachmentView(
                    attachment.id(),
                    attachment.caseNo(),
                    attachment.purpose().name(),
                    attachment.fileName(),
                    attachment.type().mediaType(),
                    attachment.sizeBytes(),
                    attachment.sha256(),
                    attachment.uploadedBy(),
                    attachment.uploadedAt().atZone(ZONE).toOffsetDateTime(),
                    path(attachment));
        }
    }

    /** 201 for a new file, 200 with the existing one if the case already has the same content. */
    @PostMapping(path = "/api/repair-cases/{caseNo}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<AttachmentView> upload(
            @PathVariable String caseNo,
            @RequestParam(name = "file", required = false) MultipartFile file,
            @RequestParam(name = "purpose", required = false) String purpose)
            throws IOException {
        if (file == null) {
            throw new InvalidInputException("file", "文件:请选择要上传的文件");
        }
        byte[] content = Uploads.content(file);
        AttachmentPurpose code = AttachmentPurpose.ofCode(purpose)
                .orElseThrow(() -> new InvalidInputException("purpose", "用途:只能是 PHOTO、SIGNED_SCAN 或 OTHER"));
        AttachmentService.Upload upload = service.upload(caseNo, code, file.getOriginalFilename(), content);
        return ResponseEntity.status(upload.added() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create(path(upload.attachment())))
                .body(AttachmentView.of(upload.attachment()));
    }

    @GetMapping("/api/repair-cases/{caseNo}/attachments")
    List<AttachmentView> ofCase(@PathVariable String caseNo) {
        return service.ofCase(caseNo).stream().map(AttachmentView::of).toList();
    }

    @PersonalData("附件")
    @GetMapping("/api/attachments/{id}")
    ResponseEntity<byte[]> download(@PathVariable String id) {
        Attachment attachment = service.find(id);
        byte[] content = service.content(id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.type().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(attachment.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private static String path(Attachment attachment) {
        return "/api/attachments/" + attachment.id();
    }
}
