package cn.aftercare.sheet;

import cn.aftercare.sheet.XlsxParts.Relation;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * Reads the first sheet of an xlsx row by row. A library that builds the whole workbook takes a hundred times the memory of
 * the file, and half a megabyte was enough to end the program.
 */
final class XlsxReader {

    private XlsxReader() {}

    /** @throws RejectedSheetException if it cannot be read */
    static void read(byte[] content, Consumer<SheetRow> rows) {
        try {
            XlsxParts parts = new XlsxParts(content);
            String workbook = part(parts.relations(""), "officeDocument");
            Map<String, Relation> relations = parts.relations(workbook);
            Workbook first = new Workbook(relations);
            parts.read(workbook, first);
            if (first.sheet == null) {
                throw RejectedSheetException.file("文件中没有工作表");
            }
            XlsxStrings strings = new XlsxStrings();
            String texts = part(relations, "sharedStrings");
            if (texts != null) {
                parts.read(texts, strings);
            }
            XlsxStyles styles = new XlsxStyles();
            String looks = part(relations, "styles");
            if (looks != null) {
                parts.read(looks, styles);
            }
            parts.read(first.sheet, new XlsxRows(strings, styles, first.from1904, rows));
        } catch (IOException | SAXException | RuntimeException e) {
            if (e instanceof RejectedSheetException rejected) {
                throw rejected;
            }
            // Whatever is wrong with the numbers and names in it means the same to the person who sent the file.
            throw RejectedSheetException.file("文件不是有效的 .xlsx,或已损坏");
        }
    }

    private static String part(Map<String, Relation> relations, String kind) {
        return relations.values().stream()
                .filter(r -> r.kind().equals(kind))
                .map(Relation::part)
                .findFirst()
                .orElse(null);
    }

    /** Which sheet is the first, and from when days are counted. */
    private static final class Workbook extends XlsxPart {

        private final Map<String, Relation> relations;
        private String sheet;
        private boolean from1904;

        Workbook(Map<String, Relation> relations) {
            this.relations = relations;
        }

        @Override
        void start(String element, Attributes attributes) {
            if (element.equals("workbookPr")) {
                String value = attributes.getValue("date1904");
                from1904 = "1".equals(value) || "true".equals(value);
            } else if (element.equals("sheet") && sheet == null) {
                for (int i = 0; i < attributes.getLength(); i++) {
                    Relation relation =
                            local(attributes.getQName(i)).equals("id") ? relations.get(attributes.getValue(i)) : null;
                    if (relation != null && relation.kind().equals("worksheet")) {
                        sheet = relation.part();
                    }
                }
            }
        }

        @Override
        void end(String element) {}
    }
}
