package cn.aftercare.record.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.springframework.stereotype.Component;

/** A letter to an authority as a Word file, ready to sign and seal. */
@Component
public class OfficialLetter {

    private static final String BODY_FONT = "仿宋";
    private static final String HEAD_FONT = "黑体";
    private static final int BODY_SIZE = 16;
    private static final int TITLE_SIZE = 22;
    private static final int FIRST_LINE = 640;

    /**
     * What stands in a letter.
     *
     * @param no the number the letter is filed under
     * @param to whom it is addressed to
     * @param paragraphs of the body; a paragraph "label:text" is one line of facts
     */
    public record Letter(String title, String no, String to, List<String> paragraphs, String from, Instant createdAt) {}

    public byte[] write(Letter letter) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            paragraph(document, letter.title(), HEAD_FONT, TITLE_SIZE, ParagraphAlignment.CENTER, 0);
            paragraph(document, "编号:" + letter.no(), BODY_FONT, BODY_SIZE, ParagraphAlignment.RIGHT, 0);
            paragraph(document, letter.to() + ":", BODY_FONT, BODY_SIZE, ParagraphAlignment.LEFT, 0);
            letter.paragraphs()
                    .forEach(text ->
                            paragraph(document, text, BODY_FONT, BODY_SIZE, ParagraphAlignment.BOTH, FIRST_LINE));
            paragraph(document, "", BODY_FONT, BODY_SIZE, ParagraphAlignment.LEFT, 0);
            paragraph(document, "报告单位(盖章):" + letter.from(), BODY_FONT, BODY_SIZE, ParagraphAlignment.RIGHT, 0);
            paragraph(document, "报告人(签字):              ", BODY_FONT, BODY_SIZE, ParagraphAlignment.RIGHT, 0);
            paragraph(document, Written.day(letter.createdAt()), BODY_FONT, BODY_SIZE, ParagraphAlignment.RIGHT, 0);
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void paragraph(
            XWPFDocument document, String text, String font, int size, ParagraphAlignment align, int firstLine) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(align);
        paragraph.setIndentationFirstLine(firstLine);
        paragraph.setSpacingAfter(120);
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(font, XWPFRun.FontCharRange.ascii);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(size);
        run.setText(PlainText.of(text));
    }
}
