package cn.aftercare.handover.app;

import cn.aftercare.handover.TeamPeriod;
import cn.aftercare.handover.TeamRole;
import cn.aftercare.handover.persistence.TeamPeriodRepository;
import cn.aftercare.organisation.app.Deputies;
import cn.aftercare.project.Project;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is responsible for a project now. Asks for no permission of its own. */
@Service
@Transactional(readOnly = true)
public class ProjectTeam {

    private final TeamPeriodRepository periods;
    private final Deputies deputies;

    ProjectTeam(TeamPeriodRepository periods, Deputies deputies) {
        this.periods = periods;
        this.deputies = deputies;
    }

    /** Who holds the role: as recorded, else as the project's sheet names the person; nobody: empty. */
    public Optional<TeamPeriod> holder(Project project, TeamRole role) {
        Optional<TeamPeriod> recorded = periods.current(project.code(), role);
        return switch (role) {
            case WARRANTY_MANAGER ->
                named(
                        project,
                        role,
                        recorded,
                        project.team().managerId(),
                        project.team().managerName());
            case ENGINEER ->
                named(
                        project,
                        role,
                        recorded,
                        project.team().engineerId(),
                        project.team().engineerName());
            default -> recorded;
        };
    }

    /** A sheet imported later wins over what was recorded before. */
    private static Optional<TeamPeriod> named(
            Project project,
            TeamRole role,
            Optional<TeamPeriod> recorded,
            @Nullable String userId,
            @Nullable String name) {
        if (userId == null && name == null) {
            return Optional.empty();
        }
        return recorded.filter(p -> Objects.equals(p.userId(), userId))
                .or(() -> Optional.of(TeamPeriod.fromTheBeginning(project, role, userId, name)));
    }

    /**
     * Login of who a notice goes to once the item is no longer warranted: one of the two post-warranty managers (R-59..61),
     * the second when the first is away; empty before they are named.
     *
     * @param unit the project's
     */
    public Optional<String> postWarrantyManager(String projectCode, String unit) {
        List<String> named = postWarrantyManagers(projectCode);
        return named.stream()
                .filter(p -> deputies.deputyOf(p, unit).isEmpty())
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    /** Logins of both, the first first; empty before they are named. */
    public List<String> postWarrantyManagers(String projectCode) {
        return Stream.of(TeamRole.POST_WARRANTY_FIRST, TeamRole.POST_WARRANTY_SECOND)
                .flatMap(role -> periods.current(projectCode, role).stream())
                .flatMap(p -> Stream.ofNullable(p.userId()))
                .toList();
    }
}
