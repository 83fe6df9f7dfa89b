package cn.aftercare.revisit.years;

import cn.aftercare.testing.EngineTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.TaskService;
import org.camunda.spin.Spin;
import org.springframework.boot.test.context.TestComponent;

/** Work through the tasks of the flow {@code revisit}, its forms and its timers. */
@TestComponent
class FlowVisitors implements Visitors {

    private static final String LEAK = "{\"category\":\"WATERPROOF\",\"location\":\"屋面\",\"description\":\"渗漏\"}";

    private final TaskService tasks;
    private final Staff staff;
    private final Owners owners;

    FlowVisitors(TaskService tasks, Staff staff, Owners owners) {
        this.tasks = tasks;
        this.staff = staff;
        this.owners = owners;
    }

    @Override
    public void postpone(Visiting v, LocalDate until) {
        visit(v, Map.of("outcome", "POSTPONED", "postponedTo", until.toString(), "reason", "业主临时有事"));
    }

    @Override
    public void cancel(Visiting v, String reason) {
        visit(v, Map.of("outcome", "CANCELLED", "reason", reason));
        staff.complete(v.unit() + "-pmd-manager", v.instance(), "Task_ReviewCancel", Map.of("decision", "AGREE"));
    }

    @Override
    public void superviseIfLate(Visiting v) {
        tasks.createTaskQuery()
                .processInstanceId(v.instance())
                .taskDefinitionKey("Task_SuperviseVisit")
                .list()
                .forEach(t -> staff.complete(v.unit() + "-pmd-manager", t, Map.of("measures", "已督促本周前往")));
    }

    @Override
    public void visited(Visiting v, int defects) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("outcome", "VISITED");
        fields.put(
                "visitedAt",
                LocalDateTime.ofInstant(EngineTime.now(), ZONE)
                        .withSecond(0)
                        .withNano(0)
                        .toString());
        fields.put("channel", "ON_SITE");
        fields.put("responsible", "李建国");
        fields.put("interviewees", "物业部 经理 周敏");
        fields.put("situation", "使用情况良好");
        fields.put("defects", Spin.JSON("[" + String.join(",", Collections.nCopies(defects, LEAK)) + "]"));
        fields.put("issues", Spin.JSON("[]"));
        visit(v, fields);
    }

    private void visit(Visiting v, Map<String, Object> fields) {
        staff.complete(
                v.visitor(), v.instance(), v.inWarranty() ? "Task_VisitInWarranty" : "Task_VisitAfterWarranty", fields);
    }

    @Override
    public void surveyed(Visiting v, Random random) {
        if (!owners.answer(v, random)) {
            staff.complete(v.unit() + "-pmd", v.instance(), "Task_Survey", Map.of("declinedReason", "业主无暇填写"));
        }
    }

    @Override
    public void close(Visiting v) {
        String person = v.unit() + "-pmd";
        staff.complete(person, v.instance(), "Task_VerifyResult", Map.of("verdict", "GOOD", "result", "已处理完毕"));
        staff.runJobs(v.instance());
        staff.complete(
                person,
                v.instance(),
                "Task_SignRecord",
                Map.of("signedBy", "周敏", "signedOn", Visitors.today().toString(), "recordPlace", "项目管理部3号柜"));
        tasks.createTaskQuery()
                .processInstanceId(v.instance())
                .taskDefinitionKey("Task_FileVisit")
                .list()
                .forEach(t -> staff.complete("hq-performance-officer", t, Map.of()));
    }
}
