package cn.aftercare.record.document;

import static cn.aftercare.testing.Steps.at;
import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.record.RectificationSheetData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class RectificationWorkbookTest {

    private final RectificationWorkbook workbook = new RectificationWorkbook();

    @Test
    void oneRowForEachRectificationWithRealTimesAndHarmlessTexts() throws IOException {
        try (XSSFWorkbook book = open(List.of(new RectificationSheetData.Row(
                1,
                "逾期未完成",
                "监督抽查",
                "CC-2026-000007-2",
                "NJ-2023-001",
                "玄武大厦装修工程",
                "=cmd",
                at("2026-05-20T09:00:00+08:00"),
                at("2026-05-25T00:00:00+08:00"),
                null,
                "待整改:仍有裂缝",
                "业主出差")))) {
            Row row = book.getSheet("明细").getRow(1);
            assertThat(row.getCell(7).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.parse("2026-05-20T09:00"));
            assertThat(row.getCell(8).getStringCellValue()).isEqualTo("2026年5月24日 24:00前");
            assertThat(row.getCell(6).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(row.getCell(11).getStringCellValue()).isEqualTo("业主出差");
            assertThat(summary(book)).contains("报送月份 2026年5月(2026年4月26日至2026年5月25日)", "整改事项 1项", "总部意见 ");
        }
    }

    @Test
    void aMonthWithNothingSaysSo() throws IOException {
        try (XSSFWorkbook book = open(List.of())) {
            assertThat(summary(book)).contains("整改事项 本月无整改事项");
            assertThat(book.getSheet("明细").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("本月无整改事项");
        }
    }

    private static List<String> summary(XSSFWorkbook book) {
        List<String> lines = new ArrayList<>();
        book.getSheet("报送")
                .forEach(row -> lines.add(row.getCell(0).getStringCellValue() + " "
                        + row.getCell(1).getStringCellValue()));
        return lines;
    }

    private XSSFWorkbook open(List<RectificationSheetData.Row> rows) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook.write(new RectificationSheetData(
                "ZGBS-2026-05-nanjing",
                "南京分公司",
                "2026年5月",
                LocalDate.parse("2026-04-26"),
                LocalDate.parse("2026-05-25"),
                "已接收",
                "逐项核验",
                "周敏",
                at("2026-05-28T10:00:00+08:00"),
                null,
                "李明",
                at("2026-05-29T10:00:00+08:00"),
                rows,
                at("2026-05-29T10:00:00+08:00")))));
    }
}
