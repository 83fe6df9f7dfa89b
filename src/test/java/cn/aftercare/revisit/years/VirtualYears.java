package cn.aftercare.revisit.years;

import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.revisit.VisitDefect;
import cn.aftercare.revisit.app.Visits;
import cn.aftercare.revisit.years.Portfolio.Change;
import cn.aftercare.revisit.years.RevisitOracle.Made;
import cn.aftercare.revisit.years.Visitors.Visiting;
import cn.aftercare.testing.EngineTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets years go by: the clock stands still while everything due at an instant is done, the jobs of the engine first, then
 * the appointments of the people, and then moves on to the next instant at which anything is due. What belongs to
 * different visits is done by several threads at once.
 */
@TestComponent
@Import({Staff.class, Owners.class, FlowVisitors.class, ServiceVisitors.class})
class VirtualYears {

    private static final ZoneId ZONE = Visitors.ZONE;

    private final ProjectService projects;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private final Visits visits;
    private final Staff staff;
    private final FlowVisitors flow;
    private final ServiceVisitors services;

    private final PriorityQueue<Appointment> agenda = new PriorityQueue<>(Comparator.comparing(Appointment::at)
            .thenComparing(Appointment::key)
            .thenComparing(Appointment::number));
    private final Map<String, Project> live = new HashMap<>();
    private final Set<String> knownPlans = new HashSet<>();
    private long number;
    private long seed;

    VirtualYears(
            ProjectService projects,
            ManagementService management,
            JdbcClient jdbc,
            Visits visits,
            Staff staff,
            FlowVisitors flow,
            ServiceVisitors services) {
        this.projects = projects;
        this.management = management;
        this.jdbc = jdbc;
        this.visits = visits;
        this.staff = staff;
        this.flow = flow;
        this.services = services;
    }

    /** @param key appointments of one key are never kept at the same time */
    private record Appointment(Instant at, String key, long number, Runnable deed) {}

    private record Line(
            String visitNo,
            @Nullable String instance,
            String project,
            @Nullable LocalDate dueOn,
            LocalDate plannedOn,
            LocalDate lastDay,
            String unit) {}

    /** Lives through the years; the demo people's units must have no other live projects. */
    void live(long seed, Portfolio portfolio, LocalDate start, LocalDate end, Progress progress) {
        this.seed = seed;
        EngineTime.set(start.atStartOfDay(ZONE).toInstant());
        firstCheck(start);
        Iterator<Change> changes = portfolio.changes().iterator();
        Change next = changes.hasNext() ? changes.next() : null;
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            Instant now = EngineTime.now();
            Instant last = end.plusDays(1).atStartOfDay(ZONE).toInstant();
            while (now.isBefore(last)) {
                EngineTime.set(now);
                while (next != null
                        && !next.day().atStartOfDay(ZONE).toInstant().isAfter(now)) {
                    change(next);
                    next = changes.hasNext() ? changes.next() : null;
                }
                runJobs(now, workers);
                keepAppointments(now, workers);
                progress.reached(LocalDate.ofInstant(now, ZONE));
                now = nextInstant(now, next);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    /** The first of the month after the start; the engine counts on from there. */
    private void firstCheck(LocalDate start) {
        Job monthly = management
                .createJobQuery()
                .processDefinitionKey("revisit-planning")
                .singleResult();
        management.setJobDuedate(
                monthly.getId(),
                Date.from(start.withDayOfMonth(1).atTime(2, 0).atZone(ZONE).toInstant()));
    }

    private Instant nextInstant(Instant now, @Nullable Change change) {
        Instant next = Instant.MAX;
        // One row by the index on due dates, before thousands of waiting timers are looked at.
        Timestamp job = jdbc.sql("select min(duedate_) from act_ru_job where retries_ > 0")
                .query(Timestamp.class)
                .optional()
                .orElse(null);
        if (job != null) {
            next = job.toInstant();
        }
        if (!agenda.isEmpty() && agenda.peek().at().isBefore(next)) {
            next = agenda.peek().at();
        }
        if (change != null && change.day().atStartOfDay(ZONE).toInstant().isBefore(next)) {
            next = change.day().atStartOfDay(ZONE).toInstant();
        }
        return next.isBefore(now) ? now : next;
    }

    private void change(Change change) {
        Project project = change.project();
        projects.save(project);
        live.put(project.code(), project);
        if (change.registered()) {
            jdbc.sql("update project set registered_on = ? where code = ?")
                    .params(change.day(), project.code())
                    .update();
        }
    }

    // jobs ---------------------------------------------------------------------------------------------------------

    private void runJobs(Instant now, ExecutorService workers) {
        List<Job> due = due(now);
        while (!due.isEmpty()) {
            Map<String, Runnable> sideBySide = new HashMap<>();
            boolean planning = false;
            for (Job job : due) {
                if (job.getProcessDefinitionKey().equals("revisit")) {
                    sideBySide.merge(job.getProcessInstanceId(), () -> execute(job), VirtualYears::both);
                } else {
                    management.executeJob(job.getId());
                    planning |= job.getProcessDefinitionKey().startsWith("revisit-plan");
                }
            }
            all(sideBySide.values(), workers);
            if (planning) {
                newPlans();
            }
            due = due(now);
        }
    }

    private List<Job> due(Instant now) {
        return management
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(now.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .list();
    }

    private void execute(Job job) {
        management.executeJob(job.getId());
    }

    private static Runnable both(Runnable first, Runnable then) {
        return () -> {
            first.run();
            then.run();
        };
    }

    // plans --------------------------------------------------------------------------------------------------------

    private void newPlans() {
        record Plan(String no, String unit, String instance) {}
        List<Plan> drafts = jdbc.sql("select p.plan_no, p.unit, e.proc_inst_id_ from revisit_plan p"
                        + " join act_ru_execution e on e.business_key_ = p.plan_no where p.status = 'DRAFT'"
                        + " and exists (select 1 from revisit_plan_line l where l.plan_no = p.plan_no)"
                        + " order by p.plan_no")
                .query((rs, n) -> new Plan(rs.getString(1), rs.getString(2), rs.getString(3)))
                .list();
        for (Plan plan : drafts) {
            if (knownPlans.add(plan.no())) {
                Random random = random(plan.no());
                boolean returned = random.nextInt(4) == 0;
                at(
                        Visitors.today().plusDays(3),
                        10,
                        plan.no(),
                        () -> staff.edit(plan.no(), plan.instance(), plan.unit(), random));
                if (returned) {
                    at(
                            Visitors.today().plusDays(5),
                            10,
                            plan.no(),
                            () -> staff.returnPlan(plan.instance(), plan.unit()));
                    at(Visitors.today().plusDays(6), 10, plan.no(), () -> staff.resubmit(plan.instance(), plan.unit()));
                }
                at(Visitors.today().plusDays(8), 10, plan.no(), () -> {
                    staff.approve(plan.instance(), plan.unit());
                    released(plan.no(), plan.instance());
                });
            }
        }
    }

    private void released(String planNo, String instance) {
        while (counts("act_ru_job where type_ = 'message' and process_instance_id_", instance)) {
            staff.runJobs(instance);
        }
        if (counts("act_ru_task where proc_inst_id_", instance)) {
            at(Visitors.today().plusDays(3), 10, planNo, () -> staff.filePlan(instance));
        }
        jdbc.sql("select * from revisit where plan_no = ? order by visit_no")
                .param(planNo)
                .query(VirtualYears::line)
                .list()
                .forEach(this::appointed);
    }

    private boolean counts(String what, String instance) {
        return jdbc.sql("select count(*) from " + what + " = ?")
                        .param(instance)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Line line(ResultSet rs, int n) throws SQLException {
        LocalDate dueOn = rs.getObject("due_on", LocalDate.class);
        LocalDate plannedOn = rs.getObject("planned_on", LocalDate.class);
        return new Line(
                rs.getString("visit_no"),
                rs.getString("process_instance_id"),
                rs.getString("project_code"),
                dueOn,
                plannedOn,
                dueOn == null || dueOn.isBefore(plannedOn) ? plannedOn : dueOn,
                rs.getString("unit"));
    }

    // visits -------------------------------------------------------------------------------------------------------

    private void appointed(Line line) {
        Random random = random(line.project() + line.dueOn() + line.plannedOn());
        int chance = random.nextInt(1000);
        if (chance < 15) {
            LocalDate until = line.plannedOn().plusDays(20);
            at(line.plannedOn(), 9, line.visitNo(), () -> goOn(line, (v, who) -> who.postpone(v, until)));
            at(until, 10, line.visitNo(), () -> visit(line, random));
        } else if (chance < 20) {
            at(line.plannedOn(), 10, line.visitNo(), () -> goOn(line, (v, who) -> who.cancel(v, "业主谢绝回访")));
        } else if (chance < 30) {
            // Nobody goes; the alarm of a midnight is answered, and then somebody does.
            at(line.lastDay().plusDays(2), 10, line.visitNo(), () -> goOn(line, (v, who) -> who.superviseIfLate(v)));
            at(line.lastDay().plusDays(2), 11, line.visitNo(), () -> visit(line, random));
        } else {
            at(line.plannedOn(), 10, line.visitNo(), () -> visit(line, random));
        }
    }

    /** Without the flow nothing prepares the visit before the visitors come. */
    private void goOn(Line line, BiConsumer<Visiting, Visitors> deed) {
        boolean inWarranty = line.instance() == null
                ? visits.prepare(line.visitNo()).inWarranty()
                : visits.of(line.visitNo()).inWarranty();
        deed.accept(
                new Visiting(line.visitNo(), line.instance(), line.unit(), inWarranty),
                line.instance() == null ? services : flow);
    }

    private void visit(Line line, Random random) {
        goOn(line, (v, who) -> {
            Project project = live.get(line.project());
            if (project.closedOn() != null) {
                who.cancel(v, "工程已关闭");
                return;
            }
            int defects = random.nextInt(25) == 0 ? 1 + random.nextInt(2) : 0;
            who.visited(v, defects);
            int days = defects == 0 ? 2 : 2 + repairs(line.visitNo(), project.unit(), random);
            at(Visitors.today().plusDays(days), 15, line.visitNo(), () -> {
                who.surveyed(v, random);
                who.close(v);
            });
        });
    }

    /**
     * Most repairs end the same day, some take weeks, and a few last until after the next visit is due.
     *
     * @return days they take
     */
    private int repairs(String visitNo, String unit, Random random) {
        int chance = random.nextInt(20);
        int days = chance == 0 ? 200 : chance < 4 ? 12 : 0;
        for (VisitDefect d : visits.defects(visitNo)) {
            at(Visitors.today().plusDays(days), 11, visitNo, () -> staff.endRepair(d.caseNo(), unit));
        }
        return days;
    }

    // appointments -------------------------------------------------------------------------------------------------

    private void at(LocalDate day, int hour, String key, Runnable deed) {
        synchronized (agenda) {
            agenda.add(new Appointment(day.atTime(hour, 0).atZone(ZONE).toInstant(), key, number++, deed));
        }
    }

    private void keepAppointments(Instant now, ExecutorService workers) {
        Map<String, Runnable> sideBySide = new HashMap<>();
        synchronized (agenda) {
            while (!agenda.isEmpty() && !agenda.peek().at().isAfter(now)) {
                Appointment a = agenda.poll();
                sideBySide.merge(a.key(), a.deed(), VirtualYears::both);
            }
        }
        all(sideBySide.values(), workers);
    }

    private static void all(Iterable<Runnable> deeds, ExecutorService workers) {
        List<Future<?>> running = new ArrayList<>();
        deeds.forEach(deed -> running.add(workers.submit(deed)));
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private Random random(String what) {
        return new Random(seed * 31 + what.hashCode());
    }

    // what came of it ----------------------------------------------------------------------------------------------

    List<Made> made() {
        return jdbc.sql("""
                        select l.project_code, l.due_on, l.status, l.reason, v.postponed_reason, v.cancel_reason, v.stage,
                            v.visited_at,
                            (select count(*) from revisit_event e where e.subject = l.visit_no and e.title = '到期未回访') as told
                        from revisit_plan_line l left join revisit v on v.visit_no = l.visit_no
                        """)
                .query((rs, n) -> {
                    boolean fellAway = "CANCELLED".equals(rs.getString("stage"));
                    String reason = rs.getString("reason");
                    if (reason == null) {
                        reason = rs.getString("postponed_reason");
                    }
                    if (reason == null && fellAway) {
                        reason = rs.getString("cancel_reason");
                    }
                    Timestamp visited = rs.getTimestamp("visited_at");
                    return new Made(
                            rs.getString("project_code"),
                            rs.getObject("due_on", LocalDate.class),
                            reason,
                            fellAway || "CANCELLED".equals(rs.getString("status")),
                            visited == null ? null : LocalDate.ofInstant(visited.toInstant(), ZONE),
                            rs.getInt("told") > 0);
                })
                .list();
    }
}
