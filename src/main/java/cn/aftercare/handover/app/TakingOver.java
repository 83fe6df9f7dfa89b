package cn.aftercare.handover.app;

import cn.aftercare.handover.TeamPeriod;
import cn.aftercare.handover.TeamRole;
import cn.aftercare.handover.app.TeamFlow.Scope;
import cn.aftercare.handover.persistence.TeamPeriodRepository;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.project.Project;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One person follows another: who was responsible when stays on record, and the open tasks change hands. */
@Component
class TakingOver {

    private final TeamPeriodRepository periods;
    private final ProjectTeam team;
    private final TeamFlow flow;
    private final CurrentActor currentActor;
    private final Clock clock;

    TakingOver(TeamPeriodRepository periods, ProjectTeam team, TeamFlow flow, CurrentActor currentActor, Clock clock) {
        this.periods = periods;
        this.team = team;
        this.flow = flow;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Who follows.
     *
     * @param login null: the group of the unit does the work from now on
     */
    record Successor(@Nullable String login, String name) {}

    /**
     * @param before who held the role; empty: nobody
     * @return how many open tasks changed hands
     */
    int take(
            Project project,
            TeamRole role,
            Optional<TeamPeriod> before,
            Successor successor,
            LocalDate fromOn,
            String reason) {
        String predecessor = before.map(TeamPeriod::userId).orElse(null);
        Scope scope = scope(project, role, predecessor);
        if (before.isPresent() && periods.current(project.code(), role).isEmpty()) {
            periods.insert(before.get());
        }
        periods.end(project.code(), role, fromOn);
        periods.insert(new TeamPeriod(
                project.code(),
                role,
                successor.login(),
                successor.name(),
                fromOn,
                null,
                reason,
                currentActor.get().userId(),
                clock.instant()));
        // Cases that run stay with whoever has them.
        return role.postWarranty() && predecessor == null
                ? 0
                : flow.replace(project.code(), role, scope, predecessor, successor.login());
    }

    /** One person can be responsible before and after the end; then each role hands over its own cases only. */
    private Scope scope(Project project, TeamRole role, @Nullable String predecessor) {
        if (role.postWarranty()) {
            return Scope.EXPIRED;
        }
        boolean both = role == TeamRole.WARRANTY_MANAGER
                && predecessor != null
                && Stream.of(TeamRole.POST_WARRANTY_FIRST, TeamRole.POST_WARRANTY_SECOND)
                        .flatMap(r -> team.holder(project, r).stream())
                        .anyMatch(p -> predecessor.equals(p.userId()));
        return both ? Scope.WARRANTED : Scope.ALL;
    }
}
