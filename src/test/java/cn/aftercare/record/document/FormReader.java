package cn.aftercare.record.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Reads a form back as people read it: rows of cells. */
final class FormReader {

    private FormReader() {}

    static XWPFDocument open(byte[] docx) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(docx));
    }

    /** Every row as its cells' texts, paragraphs and line breaks as {@code \n}. */
    static List<List<String>> rows(byte[] docx) throws IOException {
        try (XWPFDocument document = open(docx)) {
            List<List<String>> rows = new ArrayList<>();
            for (XWPFTableRow row : document.getTables().get(0).getRows()) {
                rows.add(row.getTableCells().stream().map(FormReader::text).toList());
            }
            return rows;
        }
    }

    private static String text(XWPFTableCell cell) {
        return cell.getParagraphs().stream()
                .map(XWPFParagraph::getText)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    static List<String> paragraphs(byte[] docx) throws IOException {
        try (XWPFDocument document = open(docx)) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
        }
    }
}
