package cn.aftercare.record.document;

import cn.aftercare.record.Deadline;
import cn.aftercare.record.RectificationSheetData;
import cn.aftercare.record.document.PlainSheets.Column;
import cn.aftercare.record.document.PlainSheets.PlainSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes a branch's monthly report of rectification as an Excel file: what was confirmed and received, and one row
 * for each rectification. A report with none says so.
 */
@Component
public class RectificationWorkbook {

    static final String NOTHING = "本月无整改事项";

    private static final int NARROW = 12;
    private static final int MIDDLE = 20;
    private static final int WIDE = 40;

    public byte[] write(RectificationSheetData data) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PlainSheets sheets = new PlainSheets(workbook);
            summary(sheets.add("报送", columns("整改情况报送", "内容")), data);
            details(
                    sheets.add(
                            "明细",
                            columns(
                                    "序号", "状态", "来源", "编号", "工程编号", "工程名称", "整改事项", "发现时间", "期限", "核验时间", "未完成原因",
                                    "分公司说明")),
                    data);
            PlainSheets.sign(workbook, data.createdAt());
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void summary(PlainSheet sheet, RectificationSheetData d) {
        sheet.row(List.of("报送编号", d.reportNo()));
        sheet.row(List.of("报送单位", d.unitName()));
        sheet.row(List.of("报送月份", d.month() + "(" + Written.day(d.firstDay()) + "至" + Written.day(d.lastDay()) + ")"));
        sheet.row(List.of("状态", d.status()));
        sheet.row(List.of("整改事项", d.rows().isEmpty() ? NOTHING : d.rows().size() + "项"));
        sheet.row(List.of("核验说明", text(d.remarks())));
        sheet.row(List.of("确认人", d.submittedBy()));
        sheet.row(List.of("确认时间", Written.time(d.submittedAt())));
        sheet.row(List.of("总部意见", text(d.reviewRemarks())));
        sheet.row(List.of("接收人", d.reviewedBy()));
        sheet.row(List.of("接收时间", Written.time(d.reviewedAt())));
    }

    private static void details(PlainSheet sheet, RectificationSheetData d) {
        if (d.rows().isEmpty()) {
            sheet.row(List.of(NOTHING));
        }
        for (RectificationSheetData.Row r : d.rows()) {
            sheet.row(Arrays.asList(
                    r.seq(),
                    r.state(),
                    r.source(),
                    r.refNo(),
                    r.projectCode(),
                    r.projectName(),
                    r.subject(),
                    time(r.openedAt()),
                    Written.deadline(r.dueAt() == null ? null : Deadline.at(r.dueAt())),
                    r.doneAt() == null ? "" : time(r.doneAt()),
                    text(r.reason()),
                    text(r.remark())));
        }
    }

    private static LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, Written.ZONE);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<Column> columns(String... heads) {
        return Arrays.stream(heads).map(head -> new Column(head, width(head))).toList();
    }

    private static int width(String head) {
        return switch (head) {
            case "整改事项", "未完成原因", "分公司说明", "内容" -> WIDE;
            case "编号", "工程编号", "工程名称", "发现时间", "期限", "核验时间", "整改情况报送" -> MIDDLE;
            default -> NARROW;
        };
    }
}
