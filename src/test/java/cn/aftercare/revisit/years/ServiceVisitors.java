package cn.aftercare.revisit.years;

import cn.aftercare.project.DefectCategory;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.VisitChannel;
import cn.aftercare.revisit.VisitDefect;
import cn.aftercare.revisit.app.VisitClosing;
import cn.aftercare.revisit.app.VisitSurveys;
import cn.aftercare.revisit.app.VisitWork;
import cn.aftercare.revisit.app.Visits;
import cn.aftercare.testing.EngineTime;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;

/** Use the services the flow calls, in its order and under the same logins, without an instance of it. */
@TestComponent
class ServiceVisitors implements Visitors {

    private static final VisitDefect LEAK =
            new VisitDefect(0, DefectCategory.WATERPROOF, "屋面", "渗漏", null, false, false, null);

    private final Visits visits;
    private final VisitWork work;
    private final VisitSurveys surveys;
    private final VisitClosing closing;
    private final Staff staff;
    private final Owners owners;

    ServiceVisitors(
            Visits visits, VisitWork work, VisitSurveys surveys, VisitClosing closing, Staff staff, Owners owners) {
        this.visits = visits;
        this.work = work;
        this.surveys = surveys;
        this.closing = closing;
        this.staff = staff;
        this.owners = owners;
    }

    @Override
    public void postpone(Visiting v, LocalDate until) {
        as(v.visitor(), () -> work.postponed(v.visitNo(), until, "业主临时有事"));
    }

    @Override
    public void cancel(Visiting v, String reason) {
        as(v.visitor(), () -> work.cancelProposed(v.visitNo(), reason));
        as(v.unit() + "-pmd-manager", () -> closing.cancelReviewed(v.visitNo(), true, null));
    }

    @Override
    public void superviseIfLate(Visiting v) {
        if (late(v)) {
            work.overdue(v.visitNo());
            as(v.unit() + "-pmd-manager", () -> work.supervised(v.visitNo(), "已督促本周前往"));
        }
    }

    /** What the flow's timer would have told by now, and has not been told. */
    private boolean late(Visiting v) {
        Visit visit = visits.of(v.visitNo());
        return !EngineTime.now().isBefore(visits.dueAt(visit))
                && visits.story(v.visitNo()).stream().noneMatch(e -> e.title().equals("到期未回访"));
    }

    @Override
    public void visited(Visiting v, int defects) {
        if (late(v)) {
            work.overdue(v.visitNo());
        }
        as(v.visitor(), () -> {
            work.visited(
                    v.visitNo(),
                    new VisitWork.Seen(
                            VisitChannel.ON_SITE,
                            EngineTime.now(),
                            "李建国",
                            "物业部 经理 周敏",
                            "使用情况良好",
                            List.of(),
                            Collections.nCopies(defects, LEAK),
                            List.of()));
            work.openRepairs(v.visitNo());
            surveys.open(v.visitNo());
        });
    }

    @Override
    public void surveyed(Visiting v, Random random) {
        if (!owners.answer(v, random)) {
            as(v.unit() + "-pmd", () -> surveys.declined(v.visitNo(), "业主无暇填写"));
        }
    }

    @Override
    public void close(Visiting v) {
        String person = v.unit() + "-pmd";
        as(person, () -> work.verified(v.visitNo(), "已处理完毕", null));
        closing.archiveRecord(v.visitNo());
        as(person, () -> closing.signed(v.visitNo(), "周敏", Visitors.today(), "项目管理部3号柜"));
        if (visits.of(v.visitNo()).filed()) {
            as("hq-performance-officer", () -> closing.file(v.visitNo(), null));
        }
        closing.close(v.visitNo());
    }

    private void as(String person, Runnable deed) {
        Supplier<Void> supplier = () -> {
            deed.run();
            return null;
        };
        staff.as(person, supplier);
    }
}
