package cn.aftercare.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at a project, as its warranty file 保修业务档案 tells it.
 *
 * @param unit whose it is: people of other units do not see it
 * @param title in Chinese, e.g. 接报 BX-2026-000001
 * @param detail in Chinese
 * @param path where more is to be read, e.g. {@code /cases/BX-2026-000001}
 */
public record ProjectEntry(
        Instant at,
        EntryKind kind,
        String unit,
        String title,
        @Nullable String detail,
        String path) {}
