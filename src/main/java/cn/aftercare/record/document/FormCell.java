package cn.aftercare.record.document;

import java.util.ArrayList;
import java.util.List;

/**
 * One cell of a paper form.
 *
 * @param span how many of the grid's columns it takes
 * @param label printed wording on grey, as opposed to what is filled in
 * @param top text starts at the upper edge instead of the middle
 */
record FormCell(int span, boolean label, boolean top, Merge merge, List<Line> lines) {

    enum Merge {
        NONE,
        /** First of the cells merged downwards. */
        FIRST,
        NEXT
    }

    enum Side {
        LEFT,
        CENTER,
        RIGHT
    }

    /** A paragraph; spaceBefore in twips. */
    record Line(String text, Side side, int spaceBefore) {}

    static FormCell label(int span, String text) {
        return new FormCell(span, true, false, Merge.NONE, List.of(new Line(text, Side.CENTER, 0)));
    }

    static FormCell value(int span, String text) {
        return new FormCell(span, false, false, Merge.NONE, List.of(new Line(text, Side.LEFT, 0)));
    }

    static FormCell centred(int span, String text) {
        return new FormCell(span, false, false, Merge.NONE, List.of(new Line(text, Side.CENTER, 0)));
    }

    /** Longer text that starts at the top. */
    static FormCell text(int span, String text) {
        return new FormCell(span, false, true, Merge.NONE, List.of(new Line(text, Side.LEFT, 0)));
    }

    /** Room to sign: what is known at the top, then space, then the lines to sign on. */
    static FormCell signature(int span, String known, int room, String signLine, String dateLine) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(known, Side.LEFT, 0));
        lines.add(new Line(signLine, Side.LEFT, room));
        lines.add(new Line(dateLine, Side.RIGHT, 120));
        return new FormCell(span, false, true, Merge.NONE, lines);
    }

    FormCell firstOfMerged() {
        return new FormCell(span, label, top, Merge.FIRST, lines);
    }

    /** The empty continuation of a cell merged downwards. */
    static FormCell continued(int span) {
        return new FormCell(span, true, false, Merge.NEXT, List.of(new Line("", Side.CENTER, 0)));
    }
}
