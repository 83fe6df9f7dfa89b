package cn.aftercare.revisit.app;

import cn.aftercare.project.ProjectClosed;
import cn.aftercare.revisit.VisitStage;
import cn.aftercare.revisit.persistence.PlanRepository;
import cn.aftercare.revisit.persistence.VisitRepository;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Nobody visits the owner of a closed project: what was planned and has not begun is cancelled. */
@Component
class ClosedProjects {

    private static final String REASON = "工程已关闭";

    private final PlanRepository plans;
    private final VisitRepository visits;
    private final RevisitFlow flow;
    private final RevisitStory story;
    private final Clock clock;

    ClosedProjects(PlanRepository plans, VisitRepository visits, RevisitFlow flow, RevisitStory story, Clock clock) {
        this.plans = plans;
        this.visits = visits;
        this.flow = flow;
        this.story = story;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void projectClosed(ProjectClosed closed) {
        plans.cancelLines(closed.projectCode(), REASON);
        for (String visitNo : visits.waiting(closed.projectCode())) {
            flow.cancel(visitNo, REASON);
            visits.cancelReason(visitNo, REASON);
            visits.closed(visitNo, VisitStage.CANCELLED, clock.instant());
            story.tell(visitNo, "取消回访", REASON);
        }
    }
}
