package cn.aftercare.platform.web;

import org.jspecify.annotations.Nullable;

/** The page of a list as an address names it, counted from 0. */
public final class PageNumber {

    private PageNumber() {}

    /** Anything but up to five digits is the first page. */
    public static int of(@Nullable String page) {
        return page != null && page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
    }
}
