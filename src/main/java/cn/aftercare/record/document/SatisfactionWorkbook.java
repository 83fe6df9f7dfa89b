package cn.aftercare.record.document;

import cn.aftercare.record.SatisfactionRow;
import cn.aftercare.survey.SurveyAnswers;
import cn.aftercare.survey.SurveyAverages;
import cn.aftercare.survey.SurveyFactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/**
 * Writes the satisfaction scores as an Excel file: every answer, and the averages by unit, factor and year. Scores
 * are numbers with two decimals. One answer is one row; a company has hundreds a year, so all of it fits into memory.
 */
@Component
public class SatisfactionWorkbook {

    private static final int NARROW = 12;
    private static final int WIDE = 30;

    /** @param rows in the order in which they are to be listed */
    public byte[] write(List<SatisfactionRow> rows, Instant createdAt) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Pen pen = new Pen(workbook);
            details(pen, rows);
            averages(pen, "按单位", "单位", group(rows, SatisfactionRow::unitName, LinkedHashMap::new));
            factors(pen, rows);
            averages(pen, "按年度", "年度", group(rows, SatisfactionRow::year, TreeMap::new));
            var core = workbook.getProperties().getCoreProperties().getUnderlyingProperties();
            core.setCreatorProperty(Optional.of("工程售后服务"));
            core.setCreatedProperty(Optional.of(Date.from(createdAt)));
            core.setModifiedProperty(Optional.of(Date.from(createdAt)));
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void details(Pen pen, List<SatisfactionRow> rows) {
        List<String> heads = new ArrayList<>(List.of("调查编号", "年度", "单位", "工程编号", "工程名称", "业主名称", "来源", "填写日期"));
        Arrays.stream(SurveyFactor.values()).map(SurveyFactor::label).forEach(heads::add);
        heads.addAll(List.of("合计", "其它需要说明的情况"));
        pen.sheet("明细", heads);
        for (SatisfactionRow r : rows) {
            List<Object> cells = new ArrayList<>(List.of(
                    r.surveyNo(),
                    r.year(),
                    r.unitName(),
                    r.projectCode(),
                    r.projectName(),
                    r.ownerName(),
                    r.source().label(),
                    r.reply().filledOn()));
            SurveyAnswers answers = r.reply().answers();
            for (SurveyFactor factor : SurveyFactor.values()) {
                cells.add(BigDecimal.valueOf(answers.score(factor).points()));
            }
            cells.add(answers.total());
            cells.add(r.reply().remarks() == null ? "" : r.reply().remarks());
            pen.row(cells);
        }
    }

    private static void averages(Pen pen, String title, String what, Map<?, List<SurveyAnswers>> groups) {
        List<String> heads = new ArrayList<>(List.of(what, "份数", "平均合计"));
        Arrays.stream(SurveyFactor.values()).map(SurveyFactor::label).forEach(heads::add);
        pen.sheet(title, heads);
        groups.forEach((key, answers) -> {
            SurveyAverages averages = SurveyAverages.of(answers);
            List<Object> cells = new ArrayList<>(List.of(key, averages.surveys(), averages.total()));
            Arrays.stream(SurveyFactor.values()).map(averages.points()::get).forEach(cells::add);
            pen.row(cells);
        });
    }

    private static void factors(Pen pen, List<SatisfactionRow> rows) {
        pen.sheet("按因素", List.of("调查因素", "权重", "份数", "平均得分"));
        if (rows.isEmpty()) {
            return;
        }
        SurveyAverages averages =
                SurveyAverages.of(rows.stream().map(r -> r.reply().answers()).toList());
        for (SurveyFactor factor : SurveyFactor.values()) {
            pen.row(List.of(
                    factor.label(),
                    factor.weight(),
                    averages.surveys(),
                    averages.points().get(factor)));
        }
    }

    private static <K> Map<K, List<SurveyAnswers>> group(
            List<SatisfactionRow> rows,
            Function<SatisfactionRow, K> key,
            Supplier<Map<K, List<SurveyAnswers>>> groups) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        key, groups, Collectors.mapping(r -> r.reply().answers(), Collectors.toList())));
    }

    /** Writes sheets of plain rows: texts, whole numbers, scores and days. */
    private static final class Pen {

        private final XSSFWorkbook workbook;
        private final CellStyle head;
        private final CellStyle text;
        private final CellStyle quoted;
        private final CellStyle whole;
        private final CellStyle score;
        private final CellStyle day;
        private XSSFSheet sheet;

        Pen(XSSFWorkbook workbook) {
            this.workbook = workbook;
            head = style(true);
            head.setAlignment(HorizontalAlignment.CENTER);
            head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            text = style(false);
            // Excel shows such text as text and keeps it text when somebody edits the cell.
            quoted = style(false);
            quoted.setQuotePrefixed(true);
            whole = style(false);
            whole.setAlignment(HorizontalAlignment.CENTER);
            score = style(false);
            score.setDataFormat(workbook.createDataFormat().getFormat("0.00"));
            day = style(false);
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        }

        void sheet(String title, List<String> heads) {
            sheet = workbook.createSheet(title);
            sheet.createFreezePane(1, 1);
            Row row = sheet.createRow(0);
            for (int i = 0; i < heads.size(); i++) {
                Cell cell = row.createCell(i);
                cell.setCellValue(heads.get(i));
                cell.setCellStyle(head);
                sheet.setColumnWidth(i, width(heads.get(i)) * 256);
            }
        }

        /** 18 columns hold a survey number; names and remarks want room. */
        private static int width(String head) {
            return switch (head) {
                case "工程名称", "业主名称", "其它需要说明的情况", "调查因素" -> WIDE;
                case "调查编号", "工程编号", "单位" -> 18;
                default -> NARROW;
            };
        }

        void row(List<?> cells) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int i = 0; i < cells.size(); i++) {
                fill(row.createCell(i), cells.get(i));
            }
        }

        private void fill(Cell cell, Object value) {
            if (value instanceof BigDecimal number) {
                cell.setCellValue(number.doubleValue());
                cell.setCellStyle(score);
            } else if (value instanceof Integer number) {
                cell.setCellValue(number);
                cell.setCellStyle(whole);
            } else if (value instanceof LocalDate date) {
                cell.setCellValue(date);
                cell.setCellStyle(day);
            } else {
                String content = SheetText.of((String) value);
                cell.setCellValue(content);
                cell.setCellStyle(SheetText.looksLikeFormula(content) ? quoted : text);
            }
        }

        private CellStyle style(boolean bold) {
            Font font = workbook.createFont();
            font.setFontName("宋体");
            font.setFontHeightInPoints((short) 10);
            font.setBold(bold);
            CellStyle style = workbook.createCellStyle();
            style.setFont(font);
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            return style;
        }
    }
}
