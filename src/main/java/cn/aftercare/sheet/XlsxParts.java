package cn.aftercare.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** The parts of an xlsx. Each is unpacked while it is read, so that none is in memory as a whole. */
final class XlsxParts {

    /** A full sheet, 5000 rows of 25 long texts, unpacks to half of this. */
    private static final long MAX_UNPACKED = 32L * 1024 * 1024;

    private static final int MAX_RELATIONS = 1000;

    private final byte[] content;

    /** @throws RejectedSheetException if they unpack to too much, on purpose or by a million formatted empty rows */
    XlsxParts(byte[] content) throws IOException {
        this.content = content;
        byte[] buffer = new byte[64 * 1024];
        CRC32 sum = new CRC32();
        long total = 0;
        try (ZipArchiveInputStream zip = open()) {
            ZipArchiveEntry entry = zip.getNextEntry();
            while (entry != null) {
                sum.reset();
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    sum.update(buffer, 0, n);
                    total += n;
                    if (total > MAX_UNPACKED) {
                        throw tooLarge();
                    }
                }
                ZipArchiveEntry next = zip.getNextEntry(); // which reads the sum, where it stands behind the entry
                if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
                    throw new IOException("the sum of " + entry.getName() + " is wrong");
                }
                entry = next;
            }
        }
    }

    static RejectedSheetException tooLarge() {
        return RejectedSheetException.file("文件展开后过大,请只保留要导入的数据,并删除多余的空行");
    }

    /** @throws IOException also if there is no such part */
    void read(String name, XlsxPart part) throws IOException, SAXException {
        try (ZipArchiveInputStream zip = open()) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equalsIgnoreCase(name)) {
                    parser().parse(zip, part);
                    return;
                }
            }
        }
        throw new IOException("no part " + name);
    }

    /** Where a part leads to: the last word of what it is, and the name of the other part. */
    record Relation(String kind, String part) {}

    /** The relations of a part, or of the file as a whole for an empty name, by their ids. */
    Map<String, Relation> relations(String part) throws IOException, SAXException {
        int folder = part.lastIndexOf('/') + 1;
        Map<String, Relation> relations = new HashMap<>();
        read(part.substring(0, folder) + "_rels/" + part.substring(folder) + ".rels", new XlsxPart() {
            @Override
            void start(String element, Attributes attributes) {
                if (element.equals("Relationship") && !"External".equals(attributes.getValue("TargetMode"))) {
                    String type = attributes.getValue("Type");
                    relations.put(
                            attributes.getValue("Id"),
                            new Relation(
                                    type.substring(type.lastIndexOf('/') + 1),
                                    URI.create("/" + part)
                                            .resolve(attributes.getValue("Target"))
                                            .getPath()
                                            .substring(1)));
                    atMost(MAX_RELATIONS, relations.size());
                }
            }

            @Override
            void end(String element) {}
        });
        return relations;
    }

    /** Not by the JDK, which takes no Zip64 entries; streaming writers of spreadsheets write them for whatever size. */
    private ZipArchiveInputStream open() {
        return new ZipArchiveInputStream(new ByteArrayInputStream(content));
    }

    /** No document type, so no entities: neither files of ours nor a billion laughs. */
    private static SAXParser parser() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
