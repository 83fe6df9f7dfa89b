package cn.aftercare.repair.app;

import cn.aftercare.calendar.CalendarYearImported;
import cn.aftercare.project.Entitlement;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.persistence.RepairCaseRepository;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A warranty end that was rolled without the year's holidays is judged again once they are known (rules.md, Calendar). */
@Component
class WarrantyRejudged {

    private final RepairCaseRepository repository;
    private final ProjectService projects;
    private final Story story;

    WarrantyRejudged(RepairCaseRepository repository, ProjectService projects, Story story) {
        this.repository = repository;
        this.projects = projects;
        this.story = story;
    }

    @EventListener
    @Transactional
    public void calendarYearImported(CalendarYearImported imported) {
        repository.openWithProvisionalWarranty().forEach(this::rejudge);
    }

    private void rejudge(RepairCase c) {
        Entitlement before = c.entitlement();
        Entitlement now = projects.judge(
                projects.find(c.report().projectCode()).orElseThrow(),
                c.causeCategory(),
                c.report().receivedAt());
        if (now.equals(before)) {
            return;
        }
        repository.entitlement(c.caseNo(), c.causeCategory(), now);
        // Who pays was decided on the old end: a person has to look at it again.
        boolean turned = now.insidePeriod() != before.insidePeriod() && c.chargeBasis() != null;
        story.tell(
                c.caseNo(),
                "保修到期日重算",
                before.itemEnd() + " → " + now.itemEnd() + (turned ? ";是否在保修期内有变化,请维保经理重新核对收费依据" : ""));
    }
}
