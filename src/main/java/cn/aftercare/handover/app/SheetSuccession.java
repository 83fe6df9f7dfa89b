package cn.aftercare.handover.app;

import cn.aftercare.handover.TeamRole;
import cn.aftercare.handover.app.TakingOver.Successor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.project.Project;
import cn.aftercare.project.Team;
import cn.aftercare.project.app.TeamSuccession;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A project sheet that names somebody else is a change of people like that of the page, from today on. */
@Component
class SheetSuccession implements TeamSuccession {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String REASON = "导入工程表";

    private final TakingOver takingOver;
    private final ProjectTeam team;
    private final Directory directory;
    private final Clock clock;

    SheetSuccession(TakingOver takingOver, ProjectTeam team, Directory directory, Clock clock) {
        this.takingOver = takingOver;
        this.team = team;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Optional<String> refusal(Project after, Seat seat, String login) {
        TeamRole role = role(seat);
        boolean holds = directory.people(role.duties().groupOf(after.unit())).stream()
                .anyMatch(person -> person.id().equals(login));
        return holds
                ? Optional.empty()
                : Optional.of("不是" + directory.unitName(after.unit()) + "的" + role.label() + ",不能接任");
    }

    @Override
    public int succeeded(Project before, Project after, Seat seat) {
        TeamRole role = role(seat);
        Team named = after.team();
        String login = seat.of(named);
        String name = role == TeamRole.WARRANTY_MANAGER ? named.managerName() : named.engineerName();
        String reason = role == TeamRole.WARRANTY_MANAGER && named.substituteReason() != null
                ? named.substituteReason()
                : REASON;
        Successor successor =
                new Successor(login, name != null ? name : login != null ? directory.displayName(login) : "未指定");
        return takingOver.take(
                after, role, team.holder(before, role), successor, LocalDate.ofInstant(clock.instant(), ZONE), reason);
    }

    private static TeamRole role(Seat seat) {
        return switch (seat) {
            case WARRANTY_MANAGER -> TeamRole.WARRANTY_MANAGER;
            case ENGINEER -> TeamRole.ENGINEER;
        };
    }
}
