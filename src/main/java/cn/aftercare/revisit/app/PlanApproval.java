package cn.aftercare.revisit.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.revisit.PlanStatus;
import cn.aftercare.revisit.RevisitPlan;
import cn.aftercare.revisit.persistence.PlanRepository;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may decide about a plan, by the authority matrix: the planning unit's own people, and HQ only files (R-42..R-46). */
@Service
@Transactional
public class PlanApproval {

    private final PlanRepository plans;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final RevisitStory story;
    private final Clock clock;

    PlanApproval(
            PlanRepository plans, Directory directory, CurrentActor currentActor, RevisitStory story, Clock clock) {
        this.plans = plans;
        this.directory = directory;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /** The officer hands the plan to the manager. */
    public void submit(String planNo, @Nullable String note) {
        RevisitPlan plan = locked(planNo);
        currentActor.get().require("只有本单位生产履约管理岗可以提交回访计划", plan.unit(), Role.PERFORMANCE_OFFICER);
        if (plan.status() != PlanStatus.DRAFT) {
            throw new ConflictException("回访计划" + plan.status().label() + ",不能提交");
        }
        plans.submitted(planNo, clock.instant(), currentActor.get().userId());
        story.tell(planNo, "提交审批", note);
    }

    /**
     * The manager of the planning unit approves or returns the plan.
     *
     * @return whether it was approved
     * @throws NotPermittedException for anybody else, HQ included, and for who drew the plan up
     */
    public boolean review(String planNo, boolean approve, @Nullable String remarks) {
        RevisitPlan plan = locked(planNo);
        currentActor
                .get()
                .require(
                        "只有" + directory.groupName(Role.PMD_MANAGER.groupOf(plan.unit())) + "可以审批本计划",
                        plan.unit(),
                        Role.PMD_MANAGER);
        Actor actor = currentActor.get();
        if (actor.userId().equals(plan.submittedBy())) {
            throw new NotPermittedException("计划不能由编制人自己审批");
        }
        if (!approve && remarks == null) {
            throw new InvalidInputException("reviewRemarks", "审批意见:退回时必填");
        }
        plans.decided(
                planNo, approve ? PlanStatus.APPROVED : PlanStatus.DRAFT, clock.instant(), actor.userId(), remarks);
        story.tell(planNo, approve ? "批准" : "退回修改", remarks);
        return approve;
    }

    /** HQ files the plan. */
    public void file(String planNo, @Nullable String note) {
        locked(planNo);
        currentActor.get().require("只有总部生产履约管理岗可以备案", Actor.HQ, Role.PERFORMANCE_OFFICER);
        plans.filed(planNo, clock.instant(), currentActor.get().userId());
        story.tell(planNo, "总部备案", note);
    }

    private RevisitPlan locked(String planNo) {
        return plans.lock(planNo).orElseThrow(() -> new IllegalStateException("no plan " + planNo));
    }
}
