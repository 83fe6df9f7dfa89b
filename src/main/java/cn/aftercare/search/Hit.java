package cn.aftercare.search;

import org.jspecify.annotations.Nullable;

/**
 * Something that was looked for.
 *
 * @param kind what it is, in Chinese
 * @param number of the project, case or visit
 * @param title what people call it
 * @param detail in Chinese
 * @param path of its page
 */
public record Hit(
        String kind, String number, String title, @Nullable String detail, String path) {}
