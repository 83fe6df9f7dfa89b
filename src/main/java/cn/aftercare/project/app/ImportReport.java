package cn.aftercare.project.app;

import java.util.List;

/**
 * What an import did, or with {@code dryRun} would do.
 *
 * @param rows projects in the sheet = created + updated + unchanged
 * @param warnings Chinese; the import went through all the same
 */
public record ImportReport(boolean dryRun, int created, int updated, int unchanged, int rows, List<String> warnings) {}
