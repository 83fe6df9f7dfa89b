package cn.aftercare.inspection.app;

import cn.aftercare.inspection.DrawMethod;
import cn.aftercare.inspection.InspectionPolicy;
import cn.aftercare.inspection.Matter;
import cn.aftercare.inspection.SpotDraw;
import cn.aftercare.inspection.Term;
import cn.aftercare.inspection.persistence.DrawRepository;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws projects for a spot check, at random so that anybody can make the draw again, or by hand. */
@Service
@Transactional
public class SpotDraws {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final SecureRandom SEEDS = new SecureRandom();
    private static final int SEED_BYTES = 16;

    private final DrawRepository draws;
    private final SpotChecks checks;
    private final InspectionFlow flow;
    private final InspectionPolicy policy;
    private final CurrentActor currentActor;
    private final InspectionStory story;
    private final Clock clock;

    SpotDraws(
            DrawRepository draws,
            SpotChecks checks,
            InspectionFlow flow,
            InspectionPolicy policy,
            CurrentActor currentActor,
            InspectionStory story,
            Clock clock) {
        this.draws = draws;
        this.checks = checks;
        this.flow = flow;
        this.policy = policy;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /**
     * What somebody wants checked.
     *
     * @param checkBy last day of the checks
     * @param scope units to draw from; none: all the unit may check
     * @param wanted how many to draw at random; null by hand
     * @param chosen codes chosen by hand; none at random
     * @param reason why these; null at random
     */
    public record Order(
            String unit,
            String topic,
            LocalDate checkBy,
            DrawMethod method,
            List<String> scope,
            @Nullable Integer wanted,
            List<String> chosen,
            @Nullable String reason) {}

    /**
     * Records what is to be drawn from, and the seed; the draw itself is the flow's next step.
     *
     * @throws NotPermittedException unless the actor is of the unit's project management department
     * @throws InvalidInputException naming the field
     */
    public SpotDraw drawUp(Order order) {
        Actor actor = currentActor.get();
        actor.require("只有抽查单位的项目管理部可以发起监督抽查", order.unit(), Role.PMD);
        InspectionPolicy.Rule rule = policy.rule(Matter.CHECK);
        Instant now = clock.instant();
        boolean random = order.method() == DrawMethod.RANDOM;
        List<String> eligible = random ? population(order, rule) : chosen(order, rule);
        SpotDraw draw = new SpotDraw(
                "CCPC-%d-%06d".formatted(now.atZone(ZONE).getYear(), draws.nextNumber()),
                order.unit(),
                order.method(),
                order.topic(),
                due(order.checkBy(), now, rule),
                random ? newSeed() : null,
                random ? null : order.reason(),
                random ? order.wanted() : eligible.size(),
                now,
                actor.userId(),
                eligible,
                random ? List.of() : eligible);
        draws.insert(draw);
        story.tell(
                draw.drawNo(),
                "发起抽查",
                random
                        ? "从在册的" + eligible.size() + "个工程中随机抽取" + order.wanted() + "个,种子" + draw.seed()
                        : "指定" + eligible.size() + "个工程:" + order.reason());
        return draw;
    }

    private static Instant due(LocalDate checkBy, Instant now, InspectionPolicy.Rule rule) {
        Instant due = Term.endOf(checkBy);
        if (!due.isAfter(now)) {
            throw new InvalidInputException("checkBy", "检查完成期限:不能早于今天");
        }
        if (due.isAfter(Term.days(now, rule).dueAt())) {
            throw new InvalidInputException("checkBy", "检查完成期限:不能超过" + rule.days() + "天");
        }
        return due;
    }

    private List<String> population(Order order, InspectionPolicy.Rule rule) {
        if (!Actor.HQ.equals(order.unit()) && order.scope().stream().anyMatch(u -> !u.equals(order.unit()))) {
            throw new InvalidInputException("scope", "抽取范围:分公司只能抽查本单位的工程");
        }
        List<String> live = draws.liveProjects(reach(order.unit(), order.scope()));
        Integer wanted = order.wanted();
        if (wanted == null) {
            throw new InvalidInputException("wanted", "抽取数量:必填");
        }
        if (wanted < 1 || wanted > rule.most()) {
            throw new InvalidInputException("wanted", "抽取数量:应为1至" + rule.most());
        }
        if (wanted > live.size()) {
            throw new InvalidInputException("wanted", "抽取数量:抽取范围内在册工程只有" + live.size() + "个");
        }
        return live;
    }

    private List<String> chosen(Order order, InspectionPolicy.Rule rule) {
        List<String> chosen = List.copyOf(new TreeSet<>(order.chosen()));
        if (chosen.isEmpty()) {
            throw new InvalidInputException("chosen", "指定工程:必填");
        }
        if (chosen.size() > rule.most()) {
            throw new InvalidInputException("chosen", "指定工程:一次最多" + rule.most() + "个");
        }
        Collection<String> live = draws.liveProjects(reach(order.unit(), List.of()));
        chosen.stream().filter(code -> !live.contains(code)).findFirst().ifPresent(code -> {
            throw new InvalidInputException("chosen", "指定工程:没有可以抽查的工程“" + code + "”");
        });
        if (order.reason() == null) {
            throw new InvalidInputException("reason", "指定理由:必填");
        }
        return chosen;
    }

    /** Headquarters checks everywhere, a branch at home; null: every unit. */
    private static @Nullable Collection<String> reach(String unit, List<String> scope) {
        if (!Actor.HQ.equals(unit)) {
            return List.of(unit);
        }
        return scope.isEmpty() ? null : scope;
    }

    private static String newSeed() {
        byte[] seed = new byte[SEED_BYTES];
        SEEDS.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }

    /** Makes the draw once, however often it is asked for. */
    public void draw(String drawNo) {
        SpotDraw draw = of(drawNo);
        if (draw.drawn().isEmpty()) {
            List<String> drawn = draw.random().drawn();
            draws.drawn(drawNo, drawn);
            story.tell(drawNo, "随机抽取", String.join("、", drawn));
        }
    }

    /** Orders a check of every project drawn that has none yet. */
    public void orderChecks(String drawNo) {
        SpotDraw draw = of(drawNo);
        checks.missing(draw).forEach(code -> flow.startCheck(checks.order(draw, code)));
        story.tell(drawNo, "下达检查", draw.drawn().size() + "项");
    }

    private SpotDraw of(String drawNo) {
        return draws.find(drawNo).orElseThrow(() -> new IllegalStateException("no draw " + drawNo));
    }

    /**
     * The draw, if the acting person may see the unit that made it.
     *
     * @throws NotFoundException also when it exists but belongs to another unit
     */
    @Transactional(readOnly = true)
    public SpotDraw visible(String drawNo) {
        return draws.find(drawNo)
                .filter(d -> currentActor.get().maySee(d.unit()))
                .orElseThrow(() -> new NotFoundException("没有监督抽查 " + drawNo));
    }
}
