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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
            SheetPen pen = new SheetPen(workbook, SatisfactionWorkbook::width);
            details(pen, rows);
            averages(pen, "按单位", "单位", group(rows, SatisfactionRow::unitName, LinkedHashMap::new));
            factors(pen, rows);
            averages(pen, "按年度", "年度", group(rows, SatisfactionRow::year, TreeMap::new));
            pen.finish(createdAt);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void details(SheetPen pen, List<SatisfactionRow> rows) {
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

    private static void averages(SheetPen pen, String title, String what, Map<?, List<SurveyAnswers>> groups) {
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

    private static void factors(SheetPen pen, List<SatisfactionRow> rows) {
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

    /** 18 columns hold a survey number; names and remarks want room. */
    private static int width(String head) {
        return switch (head) {
            case "工程名称", "业主名称", "其它需要说明的情况", "调查因素" -> WIDE;
            case "调查编号", "工程编号", "单位" -> 18;
            default -> NARROW;
        };
    }
}
