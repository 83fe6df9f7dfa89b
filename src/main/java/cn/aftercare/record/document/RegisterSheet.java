package cn.aftercare.record.document;

import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.record.RegisterHeader;
import cn.aftercare.record.RegisterRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The one sheet of the register: title, period, column heads, the rows as they come, a total. */
final class RegisterSheet {

    static final String TITLE = "维修统计表";
    static final int HEAD_ROW = 2;

    private static final int FIRST_ROW = HEAD_ROW + 1;
    private static final int MAX_LINES = 8;
    private static final float LINE_POINTS = 13.5f;
    private static final float ROW_PADDING = 4;

    /** One column: its head, width in characters, and what of a row it shows (text, Instant or BigDecimal). */
    private record Column(String head, int width, Function<RegisterRow, Object> value) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("案件编号", 15, RegisterRow::caseNo),
            new Column("接报时间", 16, RegisterRow::receivedAt),
            new Column("工程名称", 20, RegisterRow::projectName),
            new Column("业主名称", 18, RegisterRow::ownerName),
            new Column("报修人", 9, RegisterRow::reporterName),
            new Column("电话", 13, RegisterRow::reporterPhone),
            new Column("报修方式", 9, r -> r.channel().label()),
            new Column("类别", 9, r -> r.category().label()),
            new Column("部位", 13, RegisterRow::location),
            new Column("内容", 30, RegisterRow::description),
            new Column("分类", 6, r -> r.classification().label()),
            new Column(
                    "收费依据",
                    14,
                    r -> r.chargeBasis() == null ? "" : r.chargeBasis().label()),
            new Column("响应时间", 16, RegisterRow::respondedAt),
            new Column("响应是否按时", 8, r -> r.response().label()),
            new Column("启动时间", 16, RegisterRow::startedAt),
            new Column("启动是否按时", 8, r -> r.start().label()),
            new Column("完成时间", 16, RegisterRow::completedAt),
            new Column("完成是否按时", 8, r -> r.completion().label()),
            new Column("验收时间", 16, RegisterRow::acceptedAt),
            new Column("材料费", 11, RegisterRow::materialFee),
            new Column("人工费", 11, RegisterRow::labourFee),
            new Column("管理费", 11, RegisterRow::managementFee),
            new Column("合计", 12, RegisterRow::total),
            new Column("阶段", 10, r -> r.stage().label()),
            new Column("负责人", 9, RegisterRow::responsible));

    private final SXSSFWorkbook workbook;
    private final SXSSFSheet sheet;
    private final CellStyle numberStyle;
    private final CellStyle textStyle;
    private final CellStyle quotedStyle;
    private final CellStyle timeStyle;
    private final CellStyle moneyStyle;
    private final CellStyle headStyle;
    private final CellStyle totalTextStyle;
    private final CellStyle totalMoneyStyle;
    private final BigDecimal[] sums = new BigDecimal[COLUMNS.size()];
    private int nextRow = FIRST_ROW;

    RegisterSheet(SXSSFWorkbook workbook, RegisterHeader header) {
        this.workbook = workbook;
        this.sheet = workbook.createSheet(TITLE);
        Font plain = font(10, false);
        Font bold = font(10, true);
        textStyle = bordered(plain, HorizontalAlignment.LEFT);
        textStyle.setWrapText(true);
        // Excel shows such text as text and keeps it text when somebody edits the cell.
        quotedStyle = bordered(plain, HorizontalAlignment.LEFT);
        quotedStyle.setWrapText(true);
        quotedStyle.setQuotePrefixed(true);
        numberStyle = bordered(plain, HorizontalAlignment.CENTER);
        timeStyle = bordered(plain, HorizontalAlignment.CENTER);
        timeStyle.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
        moneyStyle = bordered(plain, HorizontalAlignment.RIGHT);
        moneyStyle.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
        headStyle = bordered(bold, HorizontalAlignment.CENTER);
        headStyle.setWrapText(true);
        fill(headStyle);
        totalTextStyle = bordered(bold, HorizontalAlignment.CENTER);
        fill(totalTextStyle);
        totalMoneyStyle = bordered(bold, HorizontalAlignment.RIGHT);
        totalMoneyStyle.setDataFormat(moneyStyle.getDataFormat());
        fill(totalMoneyStyle);
        head(header);
        layout();
        properties(header.createdAt());
    }

    void add(RegisterRow data) {
        // The last row of the sheet is kept for the total.
        if (nextRow >= SpreadsheetVersion.EXCEL2007.getLastRowIndex()) {
            throw new InvalidInputException("from", "统计表超过 Excel 的行数上限,请缩小接报时间范围");
        }
        Row row = sheet.createRow(nextRow);
        Cell number = row.createCell(0);
        number.setCellValue(nextRow - HEAD_ROW);
        number.setCellStyle(numberStyle);
        int lines = 1;
        for (int i = 0; i < COLUMNS.size(); i++) {
            Cell cell = row.createCell(i + 1);
            fill(cell, i, COLUMNS.get(i).value().apply(data));
            if (cell.getCellType() == CellType.STRING) {
                lines = Math.max(
                        lines, lines(cell.getStringCellValue(), COLUMNS.get(i).width()));
            }
        }
        row.setHeightInPoints(Math.min(lines, MAX_LINES) * LINE_POINTS + ROW_PADDING);
        nextRow++;
    }

    /** Adds the total and what can only be set once the number of rows is known. */
    void finish() {
        Row row = sheet.createRow(nextRow);
        for (int i = 0; i <= COLUMNS.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellStyle(totalTextStyle);
            if (i > 0 && isMoney(i - 1)) {
                total((SXSSFCell) cell, i);
            }
        }
        row.getCell(0).setCellValue("合计");
        row.getCell(1).setCellValue("共 " + (nextRow - FIRST_ROW) + " 件");
        sheet.setAutoFilter(new CellRangeAddress(HEAD_ROW, Math.max(HEAD_ROW, nextRow - 1), 0, COLUMNS.size()));
    }

    /** A subtotal follows the filter; its value is stored too, for programs that do not calculate. */
    private void total(SXSSFCell cell, int column) {
        cell.setCellStyle(totalMoneyStyle);
        BigDecimal sum = sums[column - 1] == null ? BigDecimal.ZERO : sums[column - 1];
        if (nextRow > FIRST_ROW) {
            String letters = CellReference.convertNumToColString(column);
            cell.setCellFormula("SUBTOTAL(109," + letters + (FIRST_ROW + 1) + ":" + letters + nextRow + ")");
        }
        cell.setCellValue(sum.doubleValue());
    }

    private void fill(Cell cell, int column, Object value) {
        if (value instanceof Instant at) {
            cell.setCellStyle(timeStyle);
            cell.setCellValue(LocalDateTime.ofInstant(at, Written.ZONE));
        } else if (value instanceof BigDecimal amount) {
            cell.setCellStyle(moneyStyle);
            cell.setCellValue(amount.doubleValue());
            sums[column] = sums[column] == null ? amount : sums[column].add(amount);
        } else {
            String text = SheetText.of((String) value);
            cell.setCellStyle(SheetText.looksLikeFormula(text) ? quotedStyle : textStyle);
            cell.setCellValue(text);
        }
    }

    /** A streamed sheet cannot measure itself: count Chinese characters as two columns. */
    private static int lines(String text, int width) {
        int lines = 0;
        int columns = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lines += wrapped(columns, width);
                columns = 0;
            } else if (!Character.isLowSurrogate(c)) {
                columns += c < 0x2E80 ? 1 : 2;
            }
        }
        return lines + wrapped(columns, width);
    }

    private static int wrapped(int columns, int width) {
        return Math.max(1, (columns + width - 2) / (width - 1));
    }

    private static boolean isMoney(int column) {
        return switch (COLUMNS.get(column).head()) {
            case "材料费", "人工费", "管理费", "合计" -> true;
            default -> false;
        };
    }

    private void head(RegisterHeader header) {
        CellStyle title = workbook.createCellStyle();
        title.setAlignment(HorizontalAlignment.CENTER);
        title.setVerticalAlignment(VerticalAlignment.CENTER);
        title.setFont(font(18, true));
        Row titleRow = sheet.createRow(0);
        titleRow.setHeightInPoints(32);
        Cell titleCell = titleRow.createCell(0);
        titleCell.setCellValue(TITLE);
        titleCell.setCellStyle(title);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, COLUMNS.size()));

        CellStyle line = workbook.createCellStyle();
        line.setFont(font(10, false));
        Row about = sheet.createRow(1);
        Cell aboutCell = about.createCell(0);
        aboutCell.setCellStyle(line);
        aboutCell.setCellValue("单位:" + SheetText.of(header.unitName()) + "    接报期间:" + day(header.from(), "最早") + " 至 "
                + day(header.to(), "至今") + "    制表时间:" + Written.time(header.createdAt()) + "    金额单位:元");
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, COLUMNS.size()));

        Row heads = sheet.createRow(HEAD_ROW);
        heads.setHeightInPoints(30);
        headCell(heads, 0, "序号");
        for (int i = 0; i < COLUMNS.size(); i++) {
            headCell(heads, i + 1, COLUMNS.get(i).head());
        }
    }

    private static String day(LocalDate day, String otherwise) {
        return day == null ? otherwise : Written.day(day);
    }

    private void headCell(Row row, int column, String text) {
        Cell cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(headStyle);
    }

    private void layout() {
        sheet.setColumnWidth(0, 7 * 256);
        for (int i = 0; i < COLUMNS.size(); i++) {
            sheet.setColumnWidth(i + 1, COLUMNS.get(i).width() * 256);
        }
        // The numbers that identify a row stay in view as well.
        sheet.createFreezePane(2, FIRST_ROW);
        sheet.setRepeatingRows(new CellRangeAddress(HEAD_ROW, HEAD_ROW, -1, -1));
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.A3_PAPERSIZE);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.getFooter().setCenter("第 &P 页 共 &N 页");
    }

    private void properties(Instant createdAt) {
        var core =
                workbook.getXSSFWorkbook().getProperties().getCoreProperties().getUnderlyingProperties();
        core.setTitleProperty(Optional.of(TITLE));
        core.setCreatorProperty(Optional.of("工程售后服务"));
        core.setCreatedProperty(Optional.of(Date.from(createdAt)));
        core.setModifiedProperty(Optional.of(Date.from(createdAt)));
    }

    private Font font(int size, boolean bold) {
        Font font = workbook.createFont();
        font.setFontName("宋体");
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        return font;
    }

    private CellStyle bordered(Font font, HorizontalAlignment alignment) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private static void fill(CellStyle style) {
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
}
