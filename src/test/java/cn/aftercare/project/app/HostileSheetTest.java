package cn.aftercare.project.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.aftercare.organisation.Actor;
import cn.aftercare.sheet.RejectedSheetException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workbooks made to hurt: they are refused in Chinese, at a small price, and reach nothing. */
class HostileSheetTest {

    private static final String CORRUPT = "文件不是有效的 .xlsx,或已损坏";
    private static final String TOO_BIG = "文件展开后过大,请只保留要导入的数据,并删除多余的空行";
    private static final String WORKSHEET = "xl/worksheets/sheet1.xml";

    private final RoomsContext rooms = RoomsContext.onH2();

    @BeforeEach
    void administratorActs() {
        rooms.actAs(new Actor("admin", "管理员", true, Set.of(), Set.of()));
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void the_same_parts_without_harm_are_read() {
        assertThat(refusal(workbook(Map.of()))).contains("缺少这一列");
    }

    @Test
    void a_gigabyte_in_a_megabyte_is_not_unpacked() {
        byte[] bomb = workbook(Map.of(WORKSHEET, repeated("<row/>", 1 << 30)));
        assertThat(bomb.length).isLessThan(10 << 20);
        assertThat(refusal(bomb)).isEqualTo(TOO_BIG);
    }

    @Test
    void nor_is_it_when_it_comes_in_many_parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            parts.put("xl/media/image" + i + ".png", repeated("x", 1 << 20));
        }
        assertThat(refusal(workbook(parts))).isEqualTo(TOO_BIG);
    }

    @Test
    void entities_do_not_multiply() {
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";\">");
        }
        laughs.append(
                        "]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>&a29;")
                .append("</sheetData></worksheet>");
        assertThat(refusal(workbook(Map.of(WORKSHEET, text(laughs.toString())))))
                .isEqualTo(CORRUPT);
    }

    @Test
    void nothing_is_fetched_for_a_file() throws IOException {
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/";
            for (String part :
                    new String[] {WORKSHEET, "xl/workbook.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"}) {
                String content = "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"" + url + "\" [<!ENTITY e SYSTEM \"" + url
                        + "\">]><x>&e;</x>";
                assertThat(refusal(workbook(Map.of(part, text(content)))))
                        .as(part)
                        .isNotBlank();
            }
            elsewhere.setSoTimeout(1);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(elsewhere::accept))
                    .as("nobody knocked")
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void a_part_named_like_a_path_writes_nothing() {
        assertThat(refusal(workbook(Map.of("../../../tmp/aftercare-was-here", text("x")))))
                .isNotBlank();
        assertThat(java.nio.file.Path.of("/tmp/aftercare-was-here")).doesNotExist();
    }

    private String refusal(byte[] content) {
        ProjectImport imports = rooms.get(ProjectImport.class);
        RejectedSheetException refused =
                catchThrowableOfType(RejectedSheetException.class, () -> imports.run(content, false));
        assertThat(refused).as("refused").isNotNull();
        return refused.errors().get(0).message();
    }

    /** Writes itself, so that no test holds what it wants nobody to hold. */
    private interface Part {
        void writeTo(ZipOutputStream out) throws IOException;
    }

    private static Part text(String content) {
        return out -> out.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Part repeated(String content, int bytes) {
        byte[] block = content.repeat(8192).getBytes(StandardCharsets.UTF_8);
        return out -> {
            for (long written = 0; written < bytes; written += block.length) {
                out.write(block);
            }
        };
    }

    private static byte[] workbook(Map<String, Part> other) {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                text("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                        + "</Types>"));
        parts.put("_rels/.rels", text(relation("officeDocument", "xl/workbook.xml")));
        parts.put("xl/_rels/workbook.xml.rels", text(relation("worksheet", "worksheets/sheet1.xml")));
        parts.put(
                "xl/workbook.xml",
                text("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets><sheet name=\"x\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
        parts.put(
                WORKSHEET,
                text(
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>工程编号</t></is></c></row></sheetData></worksheet>"));
        parts.putAll(other);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().writeTo(zip);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\" Target=\""
                + target + "\"/></Relationships>";
    }
}
