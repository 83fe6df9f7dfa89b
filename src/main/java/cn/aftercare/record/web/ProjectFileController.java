package cn.aftercare.record.web;

import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.project.Project;
import cn.aftercare.record.app.ProjectFileExport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The whole warranty file of a project as one archive. */
@RestController
class ProjectFileController {

    private final ProjectFileExport export;

    ProjectFileController(ProjectFileExport export) {
        this.export = export;
    }

    @PersonalData(value = "工程保修档案", kind = AuditKind.EXPORT)
    @GetMapping("/api/projects/{code}/file.zip")
    void file(@PathVariable("code") String code, HttpServletResponse response) throws IOException {
        Project project = export.project(code);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("保修业务档案-" + project.code() + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        export.write(project, response.getOutputStream());
    }
}
