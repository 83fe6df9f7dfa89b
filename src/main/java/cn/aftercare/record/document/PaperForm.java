package cn.aftercare.record.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** An A4 portrait paper form: title, one bordered table on a grid of twelve columns, page header and numbered footer. */
final class PaperForm {

    /** The columns every row's cells have to add up to. */
    static final int GRID = 12;

    /** Row heights in twips (1/1440 inch). */
    static final int LINE = 480;

    private static final int COLUMN = 800;
    private static final int WIDTH = GRID * COLUMN;
    private static final int A4_WIDTH = 11906;
    private static final int A4_HEIGHT = 16838;
    private static final int SIDE_MARGIN = (A4_WIDTH - WIDTH) / 2;
    private static final int TOP_MARGIN = 1247;
    private static final int EDGE = 624;

    private static final String BODY_FONT = "宋体";
    private static final String HEAD_FONT = "黑体";
    private static final double BODY_SIZE = 10.5;
    private static final double SMALL_SIZE = 9;
    private static final double TITLE_SIZE = 22;
    private static final int TITLE_SPREAD = 120;
    private static final String LABEL_GREY = "EDEDED";
    private static final int HEADER_CHARS = 30;

    private final XWPFDocument document = new XWPFDocument();
    private XWPFTable table;

    PaperForm(String title, String projectName, String number, Instant createdAt) {
        page();
        header(projectName, number);
        footer();
        properties(title, createdAt);
        heading(title, false);
    }

    /** Begins another form on a page of its own, under the same page header. */
    void nextPage(String title) {
        heading(title, true);
        table = null;
    }

    private void heading(String title, boolean onNewPage) {
        XWPFParagraph heading = document.createParagraph();
        if (onNewPage) {
            heading.setPageBreak(true);
        }
        heading.setAlignment(ParagraphAlignment.CENTER);
        heading.setSpacingAfter(160);
        XWPFRun run = run(heading, HEAD_FONT, TITLE_SIZE);
        run.setBold(true);
        run.setCharacterSpacing(TITLE_SPREAD);
        run.setText(title);
    }

    /** The line above the table: one text at the left edge, one at the right. */
    void numbers(String left, String right) {
        XWPFParagraph line = document.createParagraph();
        line.setSpacingAfter(60);
        leftAndRight(line, left, right, BODY_SIZE);
    }

    /** A line of text under the table. */
    void foot(String text) {
        XWPFParagraph line = document.createParagraph();
        line.setAlignment(ParagraphAlignment.CENTER);
        line.setSpacingBefore(200);
        XWPFRun run = run(line, HEAD_FONT, 12);
        run.setText(text);
    }

    /** A row that may break over pages when its text is long. */
    void row(int minHeight, FormCell... cells) {
        addRow(minHeight, cells);
    }

    /** A row that stays in one piece, so that nobody signs half a field. */
    void wholeRow(int minHeight, FormCell... cells) {
        addRow(minHeight, cells).setCantSplitRow(true);
    }

    byte[] bytes() {
        try (document;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.write(out);
            return SteadyZip.rewrite(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private XWPFTableRow addRow(int minHeight, FormCell... cells) {
        if (table == null) {
            table = newTable();
        }
        CTRow ctRow = table.getCTTbl().addNewTr();
        XWPFTableRow row = new XWPFTableRow(ctRow, table);
        row.setHeight(minHeight);
        row.setHeightRule(TableRowHeightRule.AT_LEAST);
        int used = 0;
        for (FormCell cell : cells) {
            fill(row.createCell(), cell);
            used += cell.span();
        }
        if (used != GRID) {
            throw new IllegalArgumentException("cells span " + used + " of " + GRID + " columns");
        }
        return row;
    }

    private void fill(XWPFTableCell target, FormCell cell) {
        CTTcPr properties = target.getCTTc().addNewTcPr();
        properties.addNewTcW().setType(STTblWidth.DXA);
        properties.getTcW().setW(BigInteger.valueOf((long) cell.span() * COLUMN));
        if (cell.span() > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(cell.span()));
        }
        switch (cell.merge()) {
            case NONE -> {}
            case FIRST -> properties.addNewVMerge().setVal(STMerge.RESTART);
            case NEXT -> properties.addNewVMerge().setVal(STMerge.CONTINUE);
        }
        if (cell.label()) {
            target.setColor(LABEL_GREY);
        }
        target.setVerticalAlignment(cell.top() ? XWPFTableCell.XWPFVertAlign.TOP : XWPFTableCell.XWPFVertAlign.CENTER);
        XWPFParagraph paragraph = target.getParagraphs().get(0);
        boolean first = true;
        for (FormCell.Line line : cell.lines()) {
            if (!first) {
                paragraph = target.addParagraph();
            }
            first = false;
            paragraph.setAlignment(
                    switch (line.side()) {
                        case LEFT -> ParagraphAlignment.LEFT;
                        case CENTER -> ParagraphAlignment.CENTER;
                        case RIGHT -> ParagraphAlignment.RIGHT;
                    });
            paragraph.setSpacingBefore(line.spaceBefore());
            paragraph.setSpacingAfter(0);
            write(run(paragraph, cell.label() ? HEAD_FONT : BODY_FONT, BODY_SIZE), PlainText.of(line.text()));
        }
    }

    private static void write(XWPFRun run, String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak(BreakType.TEXT_WRAPPING);
            }
            run.setText(lines[i], i);
        }
    }

    private XWPFTable newTable() {
        XWPFTable created = document.createTable();
        created.removeRow(0);
        CTTblPr properties = Optional.ofNullable(created.getCTTbl().getTblPr())
                .orElseGet(() -> created.getCTTbl().addNewTblPr());
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
                .setType(STTblLayoutType.FIXED);
        created.setWidth(WIDTH);
        created.setTableAlignment(TableRowAlign.CENTER);
        border(created);
        CTTblCellMar margins =
                properties.isSetTblCellMar() ? properties.getTblCellMar() : properties.addNewTblCellMar();
        margins.addNewTop().setType(STTblWidth.DXA);
        margins.getTop().setW(BigInteger.valueOf(50));
        margins.addNewBottom().setType(STTblWidth.DXA);
        margins.getBottom().setW(BigInteger.valueOf(50));
        side(margins.isSetLeft() ? margins.getLeft() : margins.addNewLeft());
        side(margins.isSetRight() ? margins.getRight() : margins.addNewRight());
        CTTblGrid grid = created.getCTTbl().getTblGrid() == null
                ? created.getCTTbl().addNewTblGrid()
                : created.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int i = 0; i < GRID; i++) {
            grid.addNewGridCol().setW(BigInteger.valueOf(COLUMN));
        }
        return created;
    }

    private static void side(CTTblWidth margin) {
        margin.setType(STTblWidth.DXA);
        margin.setW(BigInteger.valueOf(70));
    }

    /** A stronger frame around thin inner lines, as printed forms have it. */
    private static void border(XWPFTable table) {
        XWPFTable.XWPFBorderType line = XWPFTable.XWPFBorderType.SINGLE;
        table.setTopBorder(line, 12, 0, "000000");
        table.setBottomBorder(line, 12, 0, "000000");
        table.setLeftBorder(line, 12, 0, "000000");
        table.setRightBorder(line, 12, 0, "000000");
        table.setInsideHBorder(line, 4, 0, "000000");
        table.setInsideVBorder(line, 4, 0, "000000");
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setOrient(STPageOrientation.PORTRAIT);
        size.setW(BigInteger.valueOf(A4_WIDTH));
        size.setH(BigInteger.valueOf(A4_HEIGHT));
        CTPageMar margin = section.addNewPgMar();
        margin.setLeft(BigInteger.valueOf(SIDE_MARGIN));
        margin.setRight(BigInteger.valueOf(SIDE_MARGIN));
        margin.setTop(BigInteger.valueOf(TOP_MARGIN));
        margin.setBottom(BigInteger.valueOf(TOP_MARGIN));
        margin.setHeader(BigInteger.valueOf(EDGE));
        margin.setFooter(BigInteger.valueOf(EDGE));
        margin.setGutter(BigInteger.ZERO);
    }

    private void header(String projectName, String number) {
        String name = PlainText.singleLine(projectName);
        if (name.codePointCount(0, name.length()) > HEADER_CHARS) {
            name = name.substring(0, name.offsetByCodePoints(0, HEADER_CHARS)) + "…";
        }
        XWPFParagraph line = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        line.setBorderBottom(Borders.SINGLE);
        leftAndRight(line, name, number, SMALL_SIZE);
    }

    private void footer() {
        XWPFParagraph line = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        line.setAlignment(ParagraphAlignment.CENTER);
        run(line, BODY_FONT, SMALL_SIZE).setText("第 ");
        field(line, "PAGE");
        run(line, BODY_FONT, SMALL_SIZE).setText(" 页 共 ");
        field(line, "NUMPAGES");
        run(line, BODY_FONT, SMALL_SIZE).setText(" 页");
    }

    private static void field(XWPFParagraph line, String instruction) {
        run(line, BODY_FONT, SMALL_SIZE).getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        run(line, BODY_FONT, SMALL_SIZE).getCTR().addNewInstrText().setStringValue(instruction);
        run(line, BODY_FONT, SMALL_SIZE).getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        run(line, BODY_FONT, SMALL_SIZE).setText("1");
        run(line, BODY_FONT, SMALL_SIZE).getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
    }

    private static void leftAndRight(XWPFParagraph line, String left, String right, double size) {
        var tabs = line.getCTP().isSetPPr()
                ? line.getCTP().getPPr().addNewTabs()
                : line.getCTP().addNewPPr().addNewTabs();
        var stop = tabs.addNewTab();
        stop.setVal(STTabJc.RIGHT);
        stop.setPos(BigInteger.valueOf(WIDTH));
        run(line, BODY_FONT, size).setText(PlainText.singleLine(left));
        run(line, BODY_FONT, size).addTab();
        run(line, BODY_FONT, size).setText(PlainText.singleLine(right));
    }

    private static XWPFRun run(XWPFParagraph paragraph, String font, double size) {
        XWPFRun run = paragraph.createRun();
        run.setFontSize(size);
        CTRPr properties =
                run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        CTFonts fonts = properties.addNewRFonts();
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
        fonts.setEastAsia(font);
        return run;
    }

    private void properties(String title, Instant createdAt) {
        var core = document.getProperties().getCoreProperties().getUnderlyingProperties();
        core.setTitleProperty(Optional.of(title));
        core.setCreatorProperty(Optional.of("工程售后服务"));
        core.setCreatedProperty(Optional.of(Date.from(createdAt)));
        core.setModifiedProperty(Optional.of(Date.from(createdAt)));
    }
}
