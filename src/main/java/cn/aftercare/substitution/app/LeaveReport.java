package cn.aftercare.substitution.app;

import java.util.List;

/**
 * What an import of leave did, or with {@code dryRun} would do.
 *
 * @param rows leaves in the sheet = created + unchanged
 * @param warnings Chinese; the import went through all the same
 */
public record LeaveReport(boolean dryRun, int created, int unchanged, int rows, List<String> warnings) {}
