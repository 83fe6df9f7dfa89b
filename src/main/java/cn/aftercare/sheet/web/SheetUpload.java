package cn.aftercare.sheet.web;

import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.problem.web.Problems;
import cn.aftercare.sheet.CellError;
import cn.aftercare.sheet.RejectedSheetException;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * A sheet somebody uploaded on a page, and what became of it.
 *
 * @param report null when the sheet was refused
 * @param wrong Chinese, why it was refused; null when it was not
 */
public record SheetUpload<R>(
        HttpStatus status,
        @Nullable R report,
        @Nullable String wrong,
        List<WrongCell> cells,
        @Nullable String fileName) {

    /** One wrong cell; row and column stand beside it, so the reason need not repeat them. */
    public record WrongCell(String row, String column, String value, String reason) {
        static WrongCell of(CellError e) {
            String prefix = e.field() + (e.value().isEmpty() ? "" : "“" + e.value() + "”") + ":";
            return new WrongCell(
                    e.row() == 0 ? "整个文件" : String.valueOf(e.row()),
                    e.column() == null ? "—" : e.column(),
                    e.value().isEmpty() ? "(空)" : e.value(),
                    e.message().startsWith(prefix) ? e.message().substring(prefix.length()) : e.message());
        }
    }

    /**
     * Hands the content over; a refusal becomes part of the outcome, which the page shows.
     *
     * @param wanted Chinese, what has to be chosen: 工程表
     */
    public static <R> SheetUpload<R> of(@Nullable MultipartFile file, String wanted, Function<byte[], R> imports)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return refused(HttpStatus.BAD_REQUEST, "请选择" + wanted + "文件(.xlsx 或 .csv)", List.of(), null);
        }
        String name = file.getOriginalFilename();
        try {
            return new SheetUpload<>(HttpStatus.OK, imports.apply(file.getBytes()), null, List.of(), name);
        } catch (RejectedSheetException e) {
            return refused(HttpStatus.BAD_REQUEST, e.getMessage(), e.errors(), name);
        } catch (ConflictException e) {
            return refused(HttpStatus.CONFLICT, e.getMessage(), List.of(), name);
        } catch (NotPermittedException e) {
            return refused(HttpStatus.FORBIDDEN, e.getMessage(), List.of(), name);
        }
    }

    private static <R> SheetUpload<R> refused(
            HttpStatus status, String wrong, List<CellError> errors, @Nullable String name) {
        return new SheetUpload<>(
                status, null, wrong, errors.stream().map(WrongCell::of).toList(), name);
    }

    /** For the fragments of {@code sheet.html}. */
    public void showOn(ModelAndView page) {
        page.addObject("report", report);
        page.addObject("importWrong", wrong);
        page.addObject("cellErrors", cells);
        page.addObject("fileName", fileName);
    }

    /** The answer of a REST interface: every error of every row. */
    public static ResponseEntity<ProblemDetail> problem(RejectedSheetException rejected) {
        ProblemDetail problem = Problems.of(HttpStatus.BAD_REQUEST, rejected.getMessage());
        problem.setProperty("errors", rejected.errors());
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
