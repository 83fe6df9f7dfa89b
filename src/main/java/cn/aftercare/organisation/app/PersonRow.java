package cn.aftercare.organisation.app;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed row of the people sheet.
 *
 * @param number as spreadsheets count
 * @param mail null when the sheet has no such column, empty when it clears what is stored
 * @param groups all candidate groups of units the person shall have
 */
record PersonRow(
        int number, String login, String name, @Nullable String mail, Set<String> groups) {}
