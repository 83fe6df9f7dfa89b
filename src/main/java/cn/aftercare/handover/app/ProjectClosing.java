package cn.aftercare.handover.app;

import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.OpenMatters;
import cn.aftercare.project.app.ProjectService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends our care for a project, when nothing is open there any more. Nothing reopens it. */
@Service
@Transactional
public class ProjectClosing {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MAX_REASON = 500;

    private final ProjectService projects;
    private final List<OpenMatters> openMatters;
    private final CurrentActor currentActor;
    private final Clock clock;

    ProjectClosing(ProjectService projects, List<OpenMatters> openMatters, CurrentActor currentActor, Clock clock) {
        this.projects = projects;
        this.openMatters = openMatters;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Closes the project today; planned visits that have not begun are cancelled.
     *
     * @throws NotPermittedException unless the PMD manager of the project's unit acts
     * @throws InvalidInputException without a reason
     * @throws ConflictException naming whatever is open there, or when it is closed already
     */
    public void close(String projectCode, @Nullable String typedReason) {
        projects.lock(projectCode);
        Project project = projects.visible(projectCode);
        currentActor.get().require("只有管理单位的项目管理部经理可以关闭工程", project.unit(), Role.PMD_MANAGER);
        String reason = typedReason == null ? "" : typedReason.strip();
        if (reason.isEmpty() || reason.length() > MAX_REASON) {
            throw new InvalidInputException("reason", reason.isEmpty() ? "关闭原因:必填" : "关闭原因:不能超过" + MAX_REASON + "个字");
        }
        if (project.closedOn() != null) {
            throw new ConflictException("工程已于 " + project.closedOn() + " 关闭");
        }
        List<String> open = openMatters.stream()
                .flatMap(room -> room.open(projectCode).stream())
                .sorted()
                .toList();
        if (!open.isEmpty()) {
            throw new ConflictException("工程不能关闭,尚有未办结事项:" + String.join("、", open));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        projects.close(projectCode, today, reason, currentActor.get().userId());
    }

    /** Whether the acting person may close this project. */
    public boolean mayClose(Project project) {
        return project.closedOn() == null && currentActor.get().hasRole(project.unit(), Role.PMD_MANAGER);
    }
}
