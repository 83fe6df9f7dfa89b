package cn.aftercare.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Spoils good input, in ways people, other programs and attackers do; the same seed spoils it the same way. */
final class Mutations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u3000",
            "\u0000",
            "3层\u0000走廊",
            "\uD800",
            "\uDFFF甲",
            "😀",
            "\u202E倒",
            "\u200B",
            "\uFEFF",
            "\r\n",
            "\t",
            "\\",
            "\"",
            "'",
            "'; drop table project; --",
            "<script>alert(1)</script>",
            "${7*7}",
            "#{''.getClass()}",
            "=1+1",
            "@SUM(A1)",
            "%00",
            "../../etc/passwd",
            "null",
            "true",
            "NaN",
            "-0",
            "1e999",
            "9".repeat(40),
            "-1",
            "2147483648",
            "２０２５－０９－２６",
            "2025-02-30",
            "2025-13-01",
            "0000-00-00",
            "2025/9/6",
            "20250926",
            "45200",
            "2025-09-26T16:40:00+08:00",
            "2025-09-26T24:00:00+08:00",
            "9999-12-31T23:59:59+18:00",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "1900-01-01T00:00:00+08:05:43",
            "2025-09-26 16:40",
            "PHONE",
            "EMAIL",
            "phone",
            "STRUCTURE",
            "WATERPROOF",
            "ROOF",
            "nanjing",
            "suzhou",
            "hq",
            "总部",
            "总部直管",
            "防水",
            "防水;防水",
            "防水=2028-06-30;装修=",
            "防水\uFF1B装修\u3001电气",
            "=",
            ";;;",
            "NJ-2023-001",
            "NJ-2099-999",
            "SZ-2023-001",
            "13800000000",
            "+86 138-0000-0000",
            "a@b.example",
            "汉".repeat(5000),
            "x".repeat(70_000),
            "OFF",
            "MAKEUP_WORKDAY");

    private final Random random;

    Mutations(long seed) {
        // Neighbouring seeds would begin alike.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    int below(int n) {
        return random.nextInt(n);
    }

    String text() {
        if (oneIn(5)) {
            StringBuilder noise = new StringBuilder();
            for (int i = below(30); i >= 0; i--) {
                noise.append((char) below(oneIn(2) ? 0x80 : 0x10000));
            }
            return noise.toString();
        }
        return any(TEXTS);
    }

    /** The bytes of a JSON document with one to four things wrong, or nothing. */
    byte[] json(ObjectNode good) {
        ObjectNode body = good.deepCopy();
        for (int i = below(4); i >= 0; i--) {
            ObjectNode at = oneIn(4) && body.path("reporter") instanceof ObjectNode inner ? inner : body;
            List<String> names = new ArrayList<>();
            at.fieldNames().forEachRemaining(names::add);
            String name = names.isEmpty() ? "x" : any(names);
            switch (below(8)) {
                case 0 -> at.remove(name);
                case 1 -> at.set(text(), value(0));
                default -> at.set(name, value(0));
            }
        }
        String text = body.toString();
        if (oneIn(10)) {
            text = text.replaceFirst("\\{", "{\"projectCode\":\"x\",");
        }
        return spoilt(text.getBytes(charset()));
    }

    private JsonNode value(int depth) {
        return switch (below(12)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.getNodeFactory().booleanNode(oneIn(2));
            case 2 -> JSON.getNodeFactory().numberNode(random.nextInt());
            case 3 -> JSON.getNodeFactory().numberNode(new BigDecimal("1e" + below(400)));
            case 4 -> JSON.getNodeFactory().numberNode(new BigInteger(below(400), random));
            case 5 -> {
                ArrayNode list = JSON.createArrayNode();
                for (int i = below(3); i > 0; i--) {
                    list.add(depth > 3 ? JSON.nullNode() : value(depth + 1));
                }
                yield list;
            }
            case 6 -> {
                ObjectNode inner = JSON.createObjectNode();
                inner.set(text(), depth > 3 ? JSON.nullNode() : value(depth + 1));
                yield inner;
            }
            default -> JSON.getNodeFactory().textNode(text());
        };
    }

    private Charset charset() {
        return oneIn(40)
                ? any(List.of(
                        StandardCharsets.UTF_16,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.ISO_8859_1,
                        Charset.forName("GB18030")))
                : StandardCharsets.UTF_8;
    }

    /** A sheet with wrong cells, rows, columns, separators or bytes. */
    byte[] csv(List<List<String>> good) {
        List<List<String>> rows = new ArrayList<>();
        good.forEach(row -> rows.add(new ArrayList<>(row)));
        for (int i = below(5); i >= 0; i--) {
            List<String> row = any(rows);
            switch (below(10)) {
                case 0 -> rows.add(below(rows.size()), new ArrayList<>(row));
                case 1 -> {
                    if (rows.size() > 1) {
                        rows.remove(below(rows.size()));
                    }
                }
                case 2 -> row.add(text());
                case 3 -> {
                    if (row.size() > 1) {
                        row.remove(below(row.size()));
                    }
                }
                default -> {
                    if (!row.isEmpty()) {
                        row.set(below(row.size()), text());
                    }
                }
            }
        }
        String separator = oneIn(20) ? any(List.of(";", "\t", ",,", "\0")) : ",";
        String end = any(List.of("\r\n", "\n", "\n", oneIn(10) ? "\r" : "\n"));
        StringBuilder text = new StringBuilder(oneIn(4) ? "\uFEFF" : "");
        for (List<String> row : rows) {
            text.append(String.join(separator, row.stream().map(this::cell).toList()))
                    .append(end);
        }
        return spoilt(text.toString().getBytes(oneIn(4) ? Charset.forName("GB18030") : charset()));
    }

    private String cell(String value) {
        boolean quoted = value.matches("(?s).*[,\"\r\n].*") ? !oneIn(5) : oneIn(10);
        return quoted ? "\"" + (oneIn(20) ? value : value.replace("\"", "\"\"")) + "\"" : value;
    }

    /** An xlsx with wrong XML inside, or a damaged archive. */
    byte[] xlsx(byte[] good) {
        if (oneIn(3)) {
            return spoilt(good, 1 + below(20));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(good));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (oneIn(12)) {
                    continue;
                }
                put(zip, oneIn(40) ? "../" + entry.getName() : entry.getName(), oneIn(3) ? xml(content) : content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private byte[] xml(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        int at = below(text.length());
        String spoilt = switch (below(8)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.replaceFirst("<row ", "<row r=\"" + random.nextInt() + "\" ");
            case 2 ->
                text.replaceAll("t=\"(s|inlineStr|n)\"", "t=\"" + any(List.of("b", "e", "str", "d", "s", "?")) + "\"");
            case 3 ->
                text.replaceFirst(
                        "<v>[^<]*</v>", "<v>" + any(List.of("-1", "99999999", "NaN", "", "1e400", "&#0;")) + "</v>");
            case 4 -> text.replaceFirst("<c ", "<c r=\"" + any(List.of("XFD1048577", "A0", "1A", "ZZZZ9", "")) + "\" ");
            case 5 -> text.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>");
            case 6 -> text.replaceFirst("<c ([^>]*)>", "<c $1><f>1+1</f>");
            default -> text.substring(0, at) + text().replace("$", "") + text.substring(at);
        };
        return spoilt.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** One time in six with wrong bytes. */
    byte[] spoilt(byte[] good) {
        return oneIn(6) ? spoilt(good, 1 + below(8)) : good;
    }

    private byte[] spoilt(byte[] good, int times) {
        byte[] bytes = good;
        for (int i = 0; i < times && bytes.length > 0; i++) {
            int at = below(bytes.length);
            switch (below(5)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 ->
                    bytes = joined(
                            Arrays.copyOf(bytes, at),
                            Arrays.copyOfRange(bytes, Math.min(at + 1 + below(5), bytes.length), bytes.length));
                case 2 -> bytes = joined(bytes, Arrays.copyOfRange(bytes, at, bytes.length));
                default -> {
                    bytes = bytes.clone();
                    bytes[at] = (byte) below(256);
                }
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
