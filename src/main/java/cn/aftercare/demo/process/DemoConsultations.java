package cn.aftercare.demo.process;

import cn.aftercare.consultation.app.Consultations;
import cn.aftercare.platform.engine.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Owners' questions: one settled, one answered that has to be told, and one that is late. */
@Component
@Order(3)
@ConditionalOnProperty(name = "aftercare.demo-cases", havingValue = "true")
class DemoConsultations extends DemoScenes {

    private final Consultations consultations;

    DemoConsultations(DemoWalk walk, DemoPeople people, VirtualTime time, Consultations consultations) {
        super(walk, people, time);
        this.consultations = consultations;
    }

    @Override
    List<Consumer<Instant>> scenes() {
        return List.of(this::questions);
    }

    private void questions(Instant now) {
        Consultations.Filter any = new Consultations.Filter(null, null, null, null, null);
        if (asAdmin(() -> consultations.list(any, 0, 1)).total() > 0) {
            return;
        }
        Instant asked = daysAgo(now, 9, 10);
        String settled = asked("nanjing", "NJ-2024-003", "GUIDANCE", asked, "吴晓东", "13800000104", "大厅石材地面日常怎样保养,可以打蜡吗");
        answered(settled, asked.plus(Duration.ofHours(4)), "用中性清洁剂清洁;每半年做一次晶面处理,不要用酸性清洁剂,也不要打蜡");
        Instant told = asked.plus(Duration.ofHours(6));
        fill(
                told,
                "nanjing-after-sales",
                "technical-consultation-tell",
                settled,
                "toldAt",
                told,
                "toldBy",
                "PHONE",
                "toldNote",
                "业主已记下,请发一份保养说明");

        // Its day is over, and nobody has answered.
        asked(
                "suzhou",
                "SZ-2024-005",
                "QUESTION",
                now.minus(Duration.ofHours(40)),
                "潘志成",
                "13800000203",
                "办公区地毯想换成石塑地板,原基层能否直接铺");

        Instant today = now.minus(Duration.ofHours(6));
        String waiting = asked("nanjing", "NJ-2024-011", "QUESTION", today, "唐婉清", "13800000105", "空调检修口的位置和开启方法");
        answered(waiting, now.minus(Duration.ofHours(2)), "检修口在每个办公间吊顶东南角,向上推再平移即可打开");
        time.advance(now);
    }

    private String asked(
            String unit, String project, String kind, Instant at, String asker, String phone, String question) {
        return started(
                at,
                unit + "-after-sales",
                "technical-consultation",
                "projectCode",
                project,
                "kind",
                kind,
                "receivedAt",
                at,
                "channel",
                "PHONE",
                "askerName",
                asker,
                "askerPhone",
                phone,
                "question",
                question);
    }

    private void answered(String number, Instant at, String answer) {
        fill(at, "nanjing-engineer", "technical-consultation-answer", number, "outcome", "ANSWERED", "answer", answer);
    }
}
