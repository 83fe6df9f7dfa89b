package cn.aftercare.record.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.record.RegisterHeader;
import cn.aftercare.record.RegisterRow;
import cn.aftercare.record.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.PaneInformation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class RepairRegisterWorkbookTest {

    private static final RegisterHeader HEADER = new RegisterHeader(
            "南京分公司", LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31), Samples.at("2025-11-03T09:15"));

    private final RepairRegisterWorkbook workbook = new RepairRegisterWorkbook();

    @Test
    void listsEveryColumnWithRealDatesAndNumbers() throws IOException {
        try (XSSFWorkbook book = open(write(Stream.of(
                Samples.registerRow("BX-2025-000051", "周敏", "吊顶开裂", "860.00"),
                Samples.registerRow("BX-2025-000052", "吴刚", "墙面开裂\n两处", "0.10"))))) {
            XSSFSheet sheet = book.getSheet("维修统计表");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("维修统计表");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("单位:南京分公司    接报期间:2025年10月1日 至 2025年10月31日" + "    制表时间:2025年11月3日 09:15    金额单位:元");
            assertThat(texts(sheet.getRow(2)))
                    .containsExactly(
                            "序号", "案件编号", "接报时间", "工程名称", "业主名称", "报修人", "电话", "报修方式", "类别", "部位", "内容", "分类", "收费依据",
                            "响应时间", "响应是否按时", "启动时间", "启动是否按时", "完成时间", "完成是否按时", "验收时间", "材料费", "人工费", "管理费", "合计",
                            "阶段", "负责人");
            Row first = sheet.getRow(3);
            assertThat(texts(first))
                    .containsExactly(
                            "1",
                            "BX-2025-000051",
                            "2025-10-16 00:05",
                            "南京金陵饭店三期室内装饰工程",
                            "南京金陵饭店集团有限公司",
                            "周敏",
                            "13800000000",
                            "来电",
                            "装修",
                            "3层走廊",
                            "吊顶开裂",
                            "小修",
                            "过保(材料费)",
                            "2025-10-16 08:30",
                            "是",
                            "2025-10-20 09:00",
                            "否",
                            "",
                            "未到期",
                            "",
                            "860.00",
                            "0.00",
                            "0.00",
                            "860.00",
                            "施工中",
                            "李建国");
            assertThat(first.getCell(2).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2025, 10, 16, 0, 5));
            assertThat(first.getCell(20).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(first.getCell(6).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(4).getCell(10).getStringCellValue()).isEqualTo("墙面开裂\n两处");

            Row total = sheet.getRow(5);
            assertThat(total.getCell(0).getStringCellValue()).isEqualTo("合计");
            assertThat(total.getCell(1).getStringCellValue()).isEqualTo("共 2 件");
            assertThat(total.getCell(20).getCellFormula()).isEqualTo("SUBTOTAL(109,U4:U5)");
            assertThat(total.getCell(20).getNumericCellValue()).isEqualTo(860.10);
            assertThat(total.getCell(23).getNumericCellValue()).isEqualTo(860.10);
            assertThat(total.getCell(21).getNumericCellValue()).isZero();

            PaneInformation pane = sheet.getPaneInformation();
            assertThat(pane.isFreezePane()).isTrue();
            assertThat(pane.getHorizontalSplitTopRow()).isEqualTo((short) 3);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:Z5");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:3");
        }
    }

    @Test
    void nothingTypedBecomesAFormula() throws IOException {
        String[] typed = {
            "=HYPERLINK(\"http://x\",\"y\")", "+86 25 8888", "-1+1", "@SUM(A1)", "=1+1", "\t=1+1", "\u0000=1"
        };

        try (XSSFWorkbook book =
                open(write(Arrays.stream(typed).map(t -> Samples.registerRow("BX-1", t, "_x003D_1", "0.00"))))) {
            XSSFSheet sheet = book.getSheetAt(0);
            String[] shown = {"=HYPERLINK(\"http://x\",\"y\")", "+86 25 8888", "-1+1", "@SUM(A1)", "=1+1", "=1+1", "=1"
            };
            for (int i = 0; i < typed.length; i++) {
                Cell reporter = sheet.getRow(3 + i).getCell(5);
                assertThat(reporter.getCellType()).isEqualTo(CellType.STRING);
                assertThat(reporter.getStringCellValue()).isEqualTo(shown[i]);
                assertThat(reporter.getCellStyle().getQuotePrefixed()).isTrue();
                Cell description = sheet.getRow(3 + i).getCell(10);
                assertThat(description.getStringCellValue()).isEqualTo("_x003D_1");
                assertThat(description.getCellStyle().getQuotePrefixed()).isFalse();
            }
        }
    }

    @Test
    void anEmptyPeriodGivesAnEmptyTableWithAZeroTotal() throws IOException {
        try (XSSFWorkbook book = open(write(Stream.empty()))) {
            Row total = book.getSheetAt(0).getRow(3);
            assertThat(total.getCell(1).getStringCellValue()).isEqualTo("共 0 件");
            assertThat(total.getCell(23).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(total.getCell(23).getNumericCellValue()).isZero();
            assertThat(book.getSheetAt(0).getCTWorksheet().getAutoFilter().getRef())
                    .isEqualTo("A3:Z3");
        }
    }

    @Test
    void streamsFiftyThousandRows() throws IOException {
        int count = 50_000;
        byte[] xlsx = write(IntStream.rangeClosed(1, count)
                .mapToObj(i -> Samples.registerRow("BX-2025-%06d".formatted(i), "周敏", "吊顶开裂", "0.10")));

        String tail = "";
        int rows = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    Scan scan = scan(zip);
                    rows = scan.rows();
                    tail = scan.tail();
                }
            }
        }
        assertThat(rows).isEqualTo(3 + count + 1);
        assertThat(tail)
                .contains(
                        "共 50000 件", "<f>SUBTOTAL(109,U4:U50003)</f><v>5000.0</v>", "<autoFilter ref=\"A3:Z50003\"/>");
    }

    private record Scan(int rows, String tail) {}

    /** Counts rows and keeps the end of the sheet without loading it as a workbook. */
    private static Scan scan(InputStream xml) throws IOException {
        String all = new String(xml.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        int rows = 0;
        for (int at = all.indexOf("<row "); at >= 0; at = all.indexOf("<row ", at + 1)) {
            rows++;
        }
        return new Scan(rows, all.substring(all.length() - 6000));
    }

    private byte[] write(Stream<RegisterRow> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(rows, HEADER, out);
        return out.toByteArray();
    }

    private static XSSFWorkbook open(byte[] xlsx) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(xlsx));
    }

    private static String[] texts(Row row) {
        DataFormatter formatter = new DataFormatter();
        return IntStream.range(0, row.getLastCellNum())
                .mapToObj(i -> formatter.formatCellValue(row.getCell(i)))
                .toArray(String[]::new);
    }
}
