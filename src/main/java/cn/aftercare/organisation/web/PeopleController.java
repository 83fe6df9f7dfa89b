package cn.aftercare.organisation.web;

import cn.aftercare.organisation.app.PeopleExport;
import cn.aftercare.organisation.app.PeopleImport;
import cn.aftercare.organisation.app.PeopleReport;
import cn.aftercare.platform.web.Download;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.sheet.RejectedSheetException;
import cn.aftercare.sheet.web.SheetUpload;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The people sheet over REST, for administrators. */
@RestController
@RequestMapping("/api/people")
class PeopleController {

    private final PeopleImport imports;
    private final PeopleExport exports;

    PeopleController(PeopleImport imports, PeopleExport exports) {
        this.imports = imports;
        this.exports = exports;
    }

    /** The first passwords of new people are in this answer and nowhere else. */
    @PostMapping(value = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    PeopleReport importSheet(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dryRun)
            throws IOException {
        if (file == null) {
            throw new InvalidInputException("file", "请选择人员表文件(.xlsx 或 .csv)");
        }
        return imports.run(file.getBytes(), dryRun);
    }

    @GetMapping("/export.xlsx")
    ResponseEntity<byte[]> export() {
        return Download.XLSX.of(exports.xlsx(), "人员表.xlsx");
    }

    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template() {
        return Download.XLSX.of(exports.template(), "人员表样表.xlsx");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(RejectedSheetException rejected) {
        return SheetUpload.problem(rejected);
    }
}
