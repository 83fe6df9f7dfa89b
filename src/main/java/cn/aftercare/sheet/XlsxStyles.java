package cn.aftercare.sheet;

import cn.aftercare.sheet.SheetRow.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;

/** Shows numbers as the cells' styles say. */
final class XlsxStyles extends XlsxPart {

    /** As many as Excel knows. */
    private static final int MAX_STYLES = 64_000;

    private static final int MAX_FORMATS = 5_000;
    private static final int MAX_FORMAT_LENGTH = 255;

    /** Formats that are not built into Excel. */
    private final Map<Integer, String> formats = new HashMap<>();

    /** The format of each style. */
    private final List<Integer> styles = new ArrayList<>();

    private final DataFormatter formatter = new DataFormatter(Locale.CHINA);
    private String list = "";

    @Override
    void start(String element, Attributes attributes) {
        switch (element) {
            case "numFmts", "cellXfs" -> list = element;
            case "numFmt" -> {
                if (list.equals("numFmts")) {
                    String code = attributes.getValue("formatCode");
                    atMost(MAX_FORMAT_LENGTH, code.length());
                    formats.put(number(attributes, "numFmtId", 0), code);
                    atMost(MAX_FORMATS, formats.size());
                }
            }
            case "xf" -> {
                if (list.equals("cellXfs")) {
                    styles.add(number(attributes, "numFmtId", 0));
                    atMost(MAX_STYLES, styles.size());
                }
            }
            default -> {}
        }
    }

    @Override
    void end(String element) {
        if (element.equals(list)) {
            list = "";
        }
    }

    /** @param from1904 whether the days of the workbook are counted from 1904, as old Macs did */
    Cell number(double value, int style, boolean from1904) {
        int number = styles.isEmpty() ? 0 : styles.get(style);
        String custom = formats.get(number);
        String format = custom == null ? BuiltinFormats.getBuiltinFormat(number) : custom;
        if (DateUtil.isValidExcelDate(value) && isDate(number, format)) {
            return Cell.of(DateUtil.getLocalDateTime(value, from1904).toLocalDate());
        }
        if (format == null || format.equals("General") || format.equals("@")) {
            // Never 1.38E+10 for a phone number
            return Cell.of(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
        }
        return Cell.of(formatter.formatRawCellContents(value, number, format, from1904));
    }

    private static boolean isDate(int number, String format) {
        // Chinese Excel's own formats such as 2023年10月15日 are numbers without a pattern in the file.
        boolean eastAsian = (number >= 27 && number <= 36) || (number >= 50 && number <= 58);
        return eastAsian || DateUtil.isADateFormat(number, format);
    }
}
