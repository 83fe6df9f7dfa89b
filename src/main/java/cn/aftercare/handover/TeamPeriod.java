package cn.aftercare.handover;

import cn.aftercare.project.Project;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who was responsible for a project from when to when.
 *
 * @param userId login, or null when only a name is known
 * @param untilOn the day the successor took over; null: still responsible
 * @param reason why this person; null for whoever was there from the beginning, whom nobody recorded
 */
public record TeamPeriod(
        String projectCode,
        TeamRole role,
        @Nullable String userId,
        String name,
        LocalDate fromOn,
        @Nullable LocalDate untilOn,
        @Nullable String reason,
        @Nullable String recordedBy,
        @Nullable Instant recordedAt) {

    /** Whoever the sheet names, responsible since the completion acceptance. */
    public static TeamPeriod fromTheBeginning(
            Project project, TeamRole role, @Nullable String userId, @Nullable String name) {
        return new TeamPeriod(
                project.code(),
                role,
                userId,
                name == null ? "未指定" : name,
                project.acceptedOn(),
                null,
                null,
                null,
                null);
    }
}
