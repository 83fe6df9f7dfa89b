package cn.aftercare.history.app;

import java.util.function.Function;

/**
 * A kind of thing whose processes have a history, on a page {@code /<path>/<number>/history}.
 *
 * @param path first part of the address
 * @param prefix what the numbers of this kind begin with; empty: anything
 * @param section of the header where its pages belong
 * @param name Chinese, what people go back to: 案件
 * @param visible the thing itself by its number; throws NotFoundException when there is none for the acting person
 */
record HistoryKind(String path, String prefix, String section, String name, Function<String, Subject> visible) {

    /**
     * Something with a history.
     *
     * @param number business key of its processes
     * @param page address of its own page
     */
    record Subject(String number, String page) {}

    boolean covers(String wantedPath, String number) {
        return path.equals(wantedPath) && number.startsWith(prefix);
    }

    /** A kind whose things have a page {@code /<path>/<number>} of their own. */
    static HistoryKind of(
            String path, String prefix, String section, String name, Function<String, String> visibleNumber) {
        return new HistoryKind(path, prefix, section, name, number -> {
            String found = visibleNumber.apply(number);
            return new Subject(found, "/" + path + "/" + found);
        });
    }
}
