package cn.aftercare.record.document;

import static cn.aftercare.survey.SurveySamples.answers;
import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.record.Samples;
import cn.aftercare.record.SatisfactionRow;
import cn.aftercare.survey.SurveyAnswers;
import cn.aftercare.survey.SurveyReply;
import cn.aftercare.survey.SurveySource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SatisfactionWorkbookTest {

    private static final SurveyAnswers EXAMPLE = answers(80, 100, 80, 60, 80, 80, 30, 80, 80, 80);
    private static final SurveyAnswers ALL = answers(100, 100, 100, 100, 100, 100, 100, 100, 100, 100);

    private final SatisfactionWorkbook workbook = new SatisfactionWorkbook();

    @Test
    void everyAnswerAndTheAveragesByUnitProjectFactorAndYear() throws IOException {
        try (XSSFWorkbook book = open(List.of(
                row("MYD-2025-000001", 2025, "总部", "=cmd", EXAMPLE, "夜间噪声"),
                row("MYD-2026-000002", 2026, "南京分公司", "办公楼", ALL, null),
                row("MYD-2026-000003", 2026, "南京分公司", "办公楼", EXAMPLE, null)))) {
            assertThat(List.of(0, 1, 2, 3, 4).stream().map(book::getSheetName))
                    .containsExactly("明细", "按单位", "按工程", "按因素", "按年度");

            XSSFSheet details = book.getSheet("明细");
            assertThat(texts(details.getRow(0)))
                    .containsExactly(
                            "调查编号",
                            "年度",
                            "单位",
                            "工程编号",
                            "工程名称",
                            "业主名称",
                            "来源",
                            "填写日期",
                            "项目人员与业主/总包的沟通",
                            "项目施工质量",
                            "项目人员工作态度",
                            "项目人员处理问题的能力",
                            "项目施工准备和各项方案的制定",
                            "项目工期",
                            "项目安全管理",
                            "项目文明施工",
                            "项目的环境保护",
                            "项目与周边的协调工作",
                            "合计",
                            "其它需要说明的情况");
            assertThat(texts(details.getRow(1)))
                    .containsExactly(
                            "MYD-2025-000001",
                            "2025",
                            "总部",
                            "NJ-1",
                            "=cmd",
                            "业主",
                            "在线填写",
                            "2025-11-20",
                            "80.00",
                            "100.00",
                            "80.00",
                            "60.00",
                            "80.00",
                            "80.00",
                            "30.00",
                            "80.00",
                            "80.00",
                            "80.00",
                            "78.00",
                            "夜间噪声");
            Row first = details.getRow(1);
            assertThat(first.getCell(18).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(first.getCell(18).getNumericCellValue()).isEqualTo(78.0);
            assertThat(first.getCell(7).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2025, 11, 20, 0, 0));
            // What looks like a formula stays text, also when somebody edits the cell.
            assertThat(first.getCell(4).getCellType()).isEqualTo(CellType.STRING);
            assertThat(first.getCell(4).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(details.getLastRowNum()).isEqualTo(3);

            XSSFSheet units = book.getSheet("按单位");
            assertThat(texts(units.getRow(0)).subList(0, 4)).containsExactly("单位", "份数", "平均合计", "项目人员与业主/总包的沟通");
            assertThat(texts(units.getRow(1)).subList(0, 5)).containsExactly("总部", "1", "78.00", "80.00", "100.00");
            assertThat(texts(units.getRow(2)).subList(0, 10))
                    .containsExactly(
                            "南京分公司", "2", "89.00", "90.00", "100.00", "90.00", "80.00", "90.00", "90.00", "65.00");
            assertThat(units.getLastRowNum()).isEqualTo(2);

            XSSFSheet projects = book.getSheet("按工程");
            assertThat(texts(projects.getRow(0)).subList(0, 6))
                    .containsExactly("工程编号", "工程名称", "单位", "份数", "平均合计", "项目人员与业主/总包的沟通");
            assertThat(texts(projects.getRow(1)).subList(0, 6))
                    .containsExactly("NJ-1", "=cmd", "总部", "1", "78.00", "80.00");
            assertThat(texts(projects.getRow(2)).subList(0, 6))
                    .containsExactly("NJ-1", "办公楼", "南京分公司", "2", "89.00", "90.00");
            assertThat(projects.getRow(1).getCell(1).getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(projects.getLastRowNum()).isEqualTo(2);

            XSSFSheet factors = book.getSheet("按因素");
            assertThat(texts(factors.getRow(0))).containsExactly("调查因素", "权重", "份数", "平均得分");
            assertThat(texts(factors.getRow(1))).containsExactly("项目人员与业主/总包的沟通", "0.10", "3", "86.67");
            assertThat(texts(factors.getRow(7))).containsExactly("项目安全管理", "0.10", "3", "53.33");
            assertThat(factors.getLastRowNum()).isEqualTo(10);

            XSSFSheet years = book.getSheet("按年度");
            assertThat(texts(years.getRow(1)).subList(0, 3)).containsExactly("2025", "1", "78.00");
            assertThat(texts(years.getRow(2)).subList(0, 3)).containsExactly("2026", "2", "89.00");
            assertThat(years.getRow(2).getCell(2).getNumericCellValue()).isEqualTo(89.0);
        }
    }

    @Test
    void withoutAnswersThereAreOnlyHeads() throws IOException {
        try (XSSFWorkbook book = open(List.of())) {
            assertThat(book.getNumberOfSheets()).isEqualTo(5);
            book.forEach(sheet -> assertThat(sheet.getLastRowNum()).isZero());
        }
    }

    private XSSFWorkbook open(List<SatisfactionRow> rows) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook.write(rows, Samples.at("2026-01-03T09:15"))));
    }

    private static SatisfactionRow row(
            String no, int year, String unit, String project, SurveyAnswers answers, String remarks) {
        return new SatisfactionRow(
                no,
                year,
                unit,
                "NJ-1",
                project,
                "业主",
                SurveySource.LINK,
                new SurveyReply(answers, remarks, "周敏", null, LocalDate.of(2025, 11, 20), null));
    }

    private static List<String> texts(Row row) {
        DataFormatter formatter = new DataFormatter();
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            texts.add(formatter.formatCellValue(cell));
        }
        return texts;
    }
}
