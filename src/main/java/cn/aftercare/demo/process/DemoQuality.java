package cn.aftercare.demo.process;

import cn.aftercare.platform.engine.VirtualTime;
import cn.aftercare.quality.QualitySource;
import cn.aftercare.quality.app.QualityList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Quality information reported by hand: one closed, one whose measure is being carried out, one nobody has classified. */
@Component
@Order(4)
@ConditionalOnProperty(name = "aftercare.demo-cases", havingValue = "true")
class DemoQuality extends DemoScenes {

    private static final String QUALITY = "hq-quality";

    private final QualityList items;

    DemoQuality(DemoWalk walk, DemoPeople people, VirtualTime time, QualityList items) {
        super(walk, people, time);
        this.items = items;
    }

    @Override
    List<Consumer<Instant>> scenes() {
        return List.of(this::byHand);
    }

    private void byHand(Instant now) {
        if (asAdmin(() -> items.page(null, null, QualitySource.CONTACT, null, 0, 1))
                        .total()
                > 0) {
            return;
        }
        closed(now);
        carriedOut(now);
        started(
                daysAgo(now, 5, 10),
                "suzhou-pmd",
                "quality-feedback",
                "projectCode",
                "SZ-2023-002",
                "source",
                "CONTACT",
                "content",
                "走廊地毯接缝处起边,施工与设计节点不一致,需确认是否其他项目也有");
        time.advance(now);
    }

    private void closed(Instant now) {
        String number = started(
                daysAgo(now, 32, 9),
                "nanjing-after-sales",
                "quality-feedback",
                "projectCode",
                "NJ-2023-001",
                "source",
                "CONTACT",
                "content",
                "业主建议前台石材缝改用深色填缝剂,便于清洁",
                "reportedByOwner",
                true,
                "ownerName",
                "周敏",
                "ownerPhone",
                "13800000000");
        classified(daysAgo(now, 31, 10), number, "ORDINARY", "使用与维护上的建议,不是质量缺陷");
        fill(
                daysAgo(now, 30, 10),
                QUALITY,
                "quality-feedback-assess",
                number,
                "assessment",
                "不影响使用和安全",
                "several",
                false,
                "conclusion",
                "NO_ACTION",
                "decision",
                "建议收入选材参考,本项目不需处理");
        Instant told = daysAgo(now, 29, 15);
        fill(
                told,
                "nanjing-after-sales",
                "quality-feedback-tell",
                number,
                "toldHow",
                "PHONE",
                "toldAt",
                told,
                "toldNote",
                "业主表示理解");
    }

    private void carriedOut(Instant now) {
        String number = started(
                daysAgo(now, 12, 9),
                "nanjing-pmd",
                "quality-feedback",
                "projectCode",
                "NJ-2022-008",
                "source",
                "CONTACT",
                "content",
                "客房卫生间淋浴区墙砖空鼓较多,怀疑粘结层做法有问题");
        classified(daysAgo(now, 11, 10), number, "LARGER", "墙砖背面未涂界面剂,系施工工艺问题");
        fill(
                daysAgo(now, 10, 10),
                QUALITY,
                "quality-feedback-assess",
                number,
                "assessment",
                "可能脱落伤人,同批客房需排查",
                "several",
                false,
                "conclusion",
                "HANDLE");
        fill(
                daysAgo(now, 8, 10),
                "nanjing-pmd",
                "quality-feedback-answer",
                number,
                "answer",
                "同批客房逐间敲击检查,空鼓的拆除重铺",
                "measures",
                List.of(Map.of(
                        "kind",
                        "CORRECTIVE",
                        "person",
                        "nanjing-engineer",
                        "content",
                        "排查同批42间客房并重铺空鼓墙砖",
                        "dueOn",
                        date(now, 14))));
    }

    private void classified(Instant at, String number, String grade, String analysis) {
        fill(
                at,
                QUALITY,
                "quality-feedback-classify",
                number,
                "aspects",
                List.of("CONSTRUCTION"),
                "grade",
                grade,
                "analysis",
                analysis);
    }
}
