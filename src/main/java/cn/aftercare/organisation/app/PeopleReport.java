package cn.aftercare.organisation.app;

import java.util.List;

/**
 * What an import of people did, or with {@code dryRun} would do.
 *
 * @param rows people in the sheet = created + updated + unchanged
 * @param warnings Chinese; the import went through all the same
 * @param passwords of the people who are new; told here once and never again
 */
public record PeopleReport(
        boolean dryRun,
        int created,
        int updated,
        int unchanged,
        int rows,
        List<String> warnings,
        List<Password> passwords) {

    /** Somebody's first password. It stays out of logs. */
    public record Password(String login, String name, String password) {
        @Override
        public String toString() {
            return "Password[login=" + login + "]";
        }
    }
}
