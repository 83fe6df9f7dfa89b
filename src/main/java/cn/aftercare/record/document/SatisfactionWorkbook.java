package cn.aftercare.record.document;

import cn.aftercare.record.SatisfactionRow;
import cn.aftercare.record.document.PlainSheets.Column;
import cn.aftercare.record.document.PlainSheets.PlainSheet;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/**
 * Writes the satisfaction scores as an Excel file: every answer, and the averages by unit, project, factor and
 * year. Scores
 * are numbers with two decimals. One answer is one row; a company has hundreds a year, so all of it fits into memory.
 */
@Component
public class SatisfactionWorkbook {

    /** @param rows in the order in which they are to be listed */
    public byte[] write(List<SatisfactionRow> rows, Instant createdAt) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PlainSheets sheets = new PlainSheets(workbook);
            details(sheets, rows);
            averages(
                    sheets.add("按单位", averageColumns(column("单位"))),
                    group(rows, r -> List.of(r.unitName()), LinkedHashMap::new));
            averages(
                    sheets.add("按工程", averageColumns(column("工程编号"), column("工程名称"), column("单位"))),
                    group(rows, r -> List.of(r.projectCode(), r.projectName(), r.unitName()), LinkedHashMap::new));
            factors(sheets, rows);
            averages(
                    sheets.add("按年度", averageColumns(column("年度"))),
                    group(
                            rows,
                            r -> List.of(r.year()),
                            () -> new TreeMap<>(Comparator.comparing((List<Integer> key) -> key.get(0)))));
            PlainSheets.sign(workbook, createdAt);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void details(PlainSheets sheets, List<SatisfactionRow> rows) {
        PlainSheet sheet = sheets.add(
                "明细",
                columns(Stream.of(
                        Stream.of("调查编号", "年度", "单位", "工程编号", "工程名称", "业主名称", "来源", "填写日期"),
                        factorLabels(),
                        Stream.of("合计", "其它需要说明的情况"))));
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
            cells.add(r.reply().remarks());
            sheet.row(cells);
        }
    }

    private static List<Column> averageColumns(Column... keys) {
        return Stream.concat(Arrays.stream(keys), columns(Stream.of(Stream.of("份数", "平均合计"), factorLabels())).stream())
                .toList();
    }

    /** @param groups the answers by the cells that name the group */
    private static void averages(PlainSheet sheet, Map<? extends List<?>, List<SurveyAnswers>> groups) {
        groups.forEach((key, answers) -> {
            SurveyAverages averages = SurveyAverages.of(answers);
            List<Object> cells = new ArrayList<>(key);
            cells.add(averages.surveys());
            cells.add(averages.total());
            Arrays.stream(SurveyFactor.values()).map(averages.points()::get).forEach(cells::add);
            sheet.row(cells);
        });
    }

    private static void factors(PlainSheets sheets, List<SatisfactionRow> rows) {
        PlainSheet sheet = sheets.add("按因素", columns(Stream.of(Stream.of("调查因素", "权重", "份数", "平均得分"))));
        if (rows.isEmpty()) {
            return;
        }
        SurveyAverages averages =
                SurveyAverages.of(rows.stream().map(r -> r.reply().answers()).toList());
        for (SurveyFactor factor : SurveyFactor.values()) {
            sheet.row(List.of(
                    factor.label(),
                    factor.weight(),
                    averages.surveys(),
                    averages.points().get(factor)));
        }
    }

    private static Stream<String> factorLabels() {
        return Arrays.stream(SurveyFactor.values()).map(SurveyFactor::label);
    }

    private static List<Column> columns(Stream<Stream<String>> heads) {
        return heads.flatMap(h -> h).map(SatisfactionWorkbook::column).toList();
    }

    /** 18 columns hold a survey number; names and remarks want room. */
    private static Column column(String head) {
        return new Column(
                head,
                switch (head) {
                    case "工程名称", "业主名称", "其它需要说明的情况", "调查因素" -> 30;
                    case "调查编号", "工程编号", "单位" -> 18;
                    default -> 12;
                });
    }

    private static <K> Map<K, List<SurveyAnswers>> group(
            List<SatisfactionRow> rows,
            Function<SatisfactionRow, K> key,
            Supplier<Map<K, List<SurveyAnswers>>> groups) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        key, groups, Collectors.mapping(r -> r.reply().answers(), Collectors.toList())));
    }
}
