package cn.aftercare.substitution.web;

import cn.aftercare.platform.web.Download;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.sheet.RejectedSheetException;
import cn.aftercare.sheet.web.SheetUpload;
import cn.aftercare.substitution.app.LeaveImport;
import cn.aftercare.substitution.app.LeaveReport;
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

/** The leave sheet over REST, for administrators. */
@RestController
@RequestMapping("/api/substitutions")
class SubstitutionController {

    private final LeaveImport imports;

    SubstitutionController(LeaveImport imports) {
        this.imports = imports;
    }

    @PostMapping(value = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    LeaveReport importSheet(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dryRun)
            throws IOException {
        if (file == null) {
            throw new InvalidInputException("file", "请选择休假表文件(.xlsx 或 .csv)");
        }
        return imports.run(file.getBytes(), dryRun);
    }

    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template() {
        return Download.XLSX.of(imports.template(), "休假表样表.xlsx");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(RejectedSheetException rejected) {
        return SheetUpload.problem(rejected);
    }
}
