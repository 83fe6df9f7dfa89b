package cn.aftercare.record.web;

import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.platform.web.Download;
import cn.aftercare.project.Project;
import cn.aftercare.record.app.ProjectFileExport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        export.write(project, Download.ZIP.into(response, "保修业务档案-" + project.code() + ".zip"));
    }
}
