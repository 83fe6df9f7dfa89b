package cn.aftercare.record.document;

import cn.aftercare.record.RevisitFulfilment;
import cn.aftercare.record.RevisitPlanRow;
import cn.aftercare.record.document.PlainSheets.Column;
import cn.aftercare.record.document.PlainSheets.PlainSheet;
import cn.aftercare.revisit.HalfYear;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Component;

/**
 * Writes the revisit plans of a year and their fulfilment (R-39..R-50) as an Excel file: figures by unit first, then a
 * sheet for each planning unit and half-year. Rows are streamed: memory does not grow with their number.
 */
@Component
public class RevisitPlanWorkbook {

    private static final int LONGEST_TITLE = 31;

    private static final List<Column> SUMMARY = List.of(
            new Column("单位", 18),
            new Column("期间", 14),
            new Column("计划", 8),
            new Column("其中增加", 10),
            new Column("完成", 8),
            new Column("按期完成", 10),
            new Column("延期", 8),
            new Column("取消", 8),
            new Column("未计划", 8),
            new Column("完成率(%)", 12),
            new Column("按期完成率(%)", 14));

    private static final List<Column> LINES = List.of(
            new Column("工程编号", 18),
            new Column("工程名称", 30),
            new Column("业主", 30),
            new Column("管理方式", 12),
            new Column("计划回访日期", 13),
            new Column("应回访日期", 13),
            new Column("参加人员/部门", 30),
            new Column("回访方式", 10),
            new Column("重点部位", 30),
            new Column("计划情况", 10),
            new Column("状态", 12),
            new Column("实际回访日期", 13),
            new Column("延期/取消/增加原因", 30),
            new Column("是否备案", 10),
            new Column("报修数", 8),
            new Column("满意度得分", 11),
            new Column("计划编号", 26),
            new Column("回访编号", 16));

    /**
     * Writes the file to {@code out}, which stays open; nothing is written before the last row has been read. The stream
     * is closed.
     */
    public void write(Stream<RevisitPlanRow> rows, int year, Instant createdAt, OutputStream out) {
        try (rows;
                StreamedWorkbook workbook = new StreamedWorkbook()) {
            Book book = new Book(workbook);
            rows.forEachOrdered(book::add);
            book.summary(year);
            PlainSheets.sign(workbook.getXSSFWorkbook(), createdAt);
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sheets, and what they add up to. */
    private static final class Book {

        private record Part(String unitName, HalfYear period) {}

        private final SXSSFWorkbook workbook;
        private final PlainSheets sheets;
        private final PlainSheet summary;
        private final Map<Part, PlainSheet> parts = new HashMap<>();
        private final Map<String, Map<HalfYear, RevisitFulfilment>> figures = new LinkedHashMap<>();

        Book(SXSSFWorkbook workbook) {
            this.workbook = workbook;
            sheets = new PlainSheets(workbook);
            summary = sheets.add("汇总", SUMMARY);
        }

        void add(RevisitPlanRow row) {
            parts.computeIfAbsent(new Part(row.unitName(), row.period()), p -> sheets.add(title(p), LINES))
                    .row(cells(row));
            figures.computeIfAbsent(row.unitName(), unit -> new HashMap<>())
                    .merge(row.period(), RevisitFulfilment.of(row), RevisitFulfilment::plus);
        }

        /** The name of the unit, as much of it as a sheet's name takes. */
        private String title(Part part) {
            String period = " " + part.period().label();
            String unit = WorkbookUtil.createSafeSheetName(part.unitName());
            String title = cut(unit, period);
            for (int i = 2; workbook.getSheet(title) != null; i++) {
                title = cut(unit, "(" + i + ")" + period);
            }
            return title;
        }

        private static String cut(String text, String end) {
            return text.substring(0, Math.min(text.length(), LONGEST_TITLE - end.length())) + end;
        }

        private static List<?> cells(RevisitPlanRow r) {
            return Arrays.asList(
                    r.projectCode(),
                    r.projectName(),
                    r.ownerName(),
                    r.managementMode().label(),
                    r.plannedOn(),
                    r.dueOn(),
                    r.people(),
                    r.channel() == null ? null : r.channel().label(),
                    r.focus(),
                    r.listed() == null ? "未计划" : r.listed().label(),
                    r.state(),
                    r.visitedOn(),
                    r.reason(),
                    r.filing(),
                    r.repairs(),
                    r.score(),
                    r.planNo(),
                    r.visitNo());
        }

        void summary(int year) {
            RevisitFulfilment all = RevisitFulfilment.NOTHING;
            for (var unit : figures.entrySet()) {
                RevisitFulfilment ofYear = RevisitFulfilment.NOTHING;
                for (int half = 1; half <= 2; half++) {
                    HalfYear period = new HalfYear(year, half);
                    RevisitFulfilment f = unit.getValue().getOrDefault(period, RevisitFulfilment.NOTHING);
                    summary(unit.getKey(), period.label(), f);
                    ofYear = ofYear.plus(f);
                }
                summary(unit.getKey(), year + "年", ofYear);
                all = all.plus(ofYear);
            }
            if (figures.size() > 1) {
                summary("合计", year + "年", all);
            }
        }

        private void summary(String unit, String period, RevisitFulfilment f) {
            List<Object> cells = new ArrayList<>(List.of(
                    unit,
                    period,
                    f.planned(),
                    f.added(),
                    f.done(),
                    f.inTime(),
                    f.postponed(),
                    f.cancelled(),
                    f.unplanned()));
            cells.add(f.donePercent());
            cells.add(f.inTimePercent());
            summary.row(cells);
        }
    }
}
