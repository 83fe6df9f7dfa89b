package cn.aftercare.organisation.web;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.PeopleImport;
import cn.aftercare.organisation.app.PeopleReport;
import cn.aftercare.platform.web.Page;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.sheet.CsvSheet;
import cn.aftercare.sheet.web.SheetUpload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /people}: the import of the people sheet, and once the first passwords of who is new. */
@Page
class PeoplePageController {

    private final PeopleImport imports;
    private final CurrentActor currentActor;

    PeoplePageController(PeopleImport imports, CurrentActor currentActor) {
        this.imports = imports;
        this.currentActor = currentActor;
    }

    @GetMapping("/people")
    ModelAndView page() {
        if (!currentActor.get().admin()) {
            throw new NotPermittedException("只有系统管理员可以导入人员");
        }
        return new ModelAndView("people", HttpStatus.OK);
    }

    /** Checks the sheet, or imports it; either way the page tells what would happen or happened. */
    @PostMapping("/people/import")
    ModelAndView importSheet(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "dryRun", defaultValue = "true") String dryRun)
            throws IOException {
        SheetUpload<PeopleReport> upload =
                SheetUpload.of(file, "人员表", content -> imports.run(content, !dryRun.equals("false")));
        ModelAndView page = new ModelAndView("people", upload.status());
        upload.showOn(page);
        PeopleReport report = upload.report();
        if (report != null && !report.passwords().isEmpty()) {
            page.addObject("passwordFile", file(report.passwords()));
        }
        return page;
    }

    /** The file is part of the page: there is no address where it could be asked for again. */
    private static String file(List<PeopleReport.Password> passwords) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("登录名", "姓名", "初始密码"));
        passwords.forEach(p -> rows.add(List.of(p.login(), p.name(), p.password())));
        return "data:text/csv;charset=utf-8;base64," + Base64.getEncoder().encodeToString(CsvSheet.write(rows));
    }
}
