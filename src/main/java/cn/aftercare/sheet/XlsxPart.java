package cn.aftercare.sheet;

import java.util.HashSet;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads one XML part of an xlsx as it comes. Names go without their prefixes. The parser itself keeps every name and every
 * open element, so there may not be more of them than a spreadsheet program writes.
 */
abstract class XlsxPart extends DefaultHandler {

    private static final int MAX_NAMES = 1000;
    private static final int MAX_DEPTH = 100;

    private final Set<String> names = new HashSet<>();
    private int depth;

    /** What was read of the text the part listens to, or null. */
    private StringBuilder text;

    private boolean listening;

    abstract void start(String element, Attributes attributes);

    abstract void end(String element);

    /** Reads the text from here to the next {@link #heard()}. */
    void listen() {
        if (text == null) {
            text = new StringBuilder();
        }
        text.setLength(0);
        listening = true;
    }

    String heard() {
        listening = false;
        return text == null ? "" : text.toString();
    }

    /** Refuses what no spreadsheet program writes. */
    static void atMost(int max, int count) {
        if (count > max) {
            throw XlsxParts.tooLarge();
        }
    }

    /** A number of the attribute, or what to take without one. */
    static int number(Attributes attributes, String name, int otherwise) {
        String value = attributes.getValue(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    @Override
    public final void startElement(String uri, String localName, String qName, Attributes attributes) {
        depth++;
        atMost(MAX_DEPTH, depth);
        know(qName);
        for (int i = 0; i < attributes.getLength(); i++) {
            know(attributes.getQName(i));
        }
        start(local(qName), attributes);
    }

    @Override
    public final void endElement(String uri, String localName, String qName) {
        depth--;
        end(local(qName));
    }

    @Override
    public final void characters(char[] ch, int start, int length) {
        if (listening) {
            text.append(ch, start, length);
        }
    }

    @Override
    public final void processingInstruction(String target, String data) throws SAXException {
        know(target);
    }

    private void know(String name) {
        if (names.add(name)) {
            atMost(MAX_NAMES, names.size());
        }
    }

    static String local(String qName) {
        return qName.substring(qName.indexOf(':') + 1);
    }
}
