package cn.aftercare.quality.process;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.form.FormContent;
import cn.aftercare.platform.form.FormContent.Option;
import cn.aftercare.platform.form.FormData;
import cn.aftercare.platform.form.FormText;
import cn.aftercare.platform.form.FormTime;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.quality.Measure;
import cn.aftercare.quality.QualityAnswer;
import cn.aftercare.quality.QualityItem;
import cn.aftercare.quality.QualityRoute;
import cn.aftercare.quality.StepDeadline;
import cn.aftercare.quality.Verification;
import cn.aftercare.quality.app.QualityItems;
import cn.aftercare.quality.app.QualitySteps;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The summary on top of the forms of items, and the lists to choose from. */
@Component
class QualityFormData implements FormData {

    private final QualityItems items;
    private final QualitySteps steps;
    private final ProjectService projects;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    QualityFormData(
            QualityItems items,
            QualitySteps steps,
            ProjectService projects,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.items = items;
        this.steps = steps;
        this.projects = projects;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public boolean knows(String formId) {
        return formId.startsWith("quality-");
    }

    @Override
    public FormContent content(String formId, String subject) {
        if (formId.equals("quality-feedback-start")) {
            return new FormContent("", Map.of("source", "CONTACT"), Map.of("projects", toReport()));
        }
        int dot = subject.lastIndexOf('.');
        QualityItem item = items.visible(subject.substring(0, dot));
        StepDeadline step = steps.of(Long.parseLong(subject.substring(dot + 1)));
        FormText text = summary(item);
        soFar(formId, item, step, text);
        text.line("期限", FormTime.readable(step.dueAt()));
        text.link("打开质量信息页面(全过程、附件)", "/quality/" + item.itemNo());
        return new FormContent(text.toString(), values(formId, step), options(formId, item, step))
                .without(hidden(formId, step));
    }

    /** Only a review has its kinds. */
    private static Set<String> hidden(String formId, StepDeadline step) {
        return formId.equals("quality-feedback-answer") && QualityRoute.valueOf(step.subject()) != QualityRoute.REVIEW
                ? Set.of("reviewKind")
                : Set.of();
    }

    private List<Option> toReport() {
        Actor actor = currentActor.get();
        return projects.all(null, null).stream()
                .filter(p -> QualityItems.mayReport(actor, p))
                .map(p -> new Option(p.code(), p.code() + " " + p.name()))
                .toList();
    }

    private FormText summary(QualityItem item) {
        Project project = projects.find(item.projectCode()).orElseThrow();
        return new FormText()
                .line("质量信息", item.itemNo() + " · " + item.state().label())
                .line(
                        "来源",
                        item.source().label()
                                + (item.channel() == null
                                        ? ""
                                        : "(" + item.channel().label() + ")"))
                .line("项目", project.name() + "(" + directory.unitName(item.unit()) + ")")
                .line("内容", item.content())
                .line("业主方提出人", item.ownerName() == null ? null : item.ownerName() + " " + text(item.ownerPhone()))
                .line(
                        "等级",
                        item.grade() == null
                                ? null
                                : item.grade().label() + " · " + item.aspects().label())
                .line("初步分析", item.analysis())
                .line("评估", item.assessment());
    }

    /** What others did before and this person needs to know. */
    private void soFar(String formId, QualityItem item, StepDeadline step, FormText text) {
        switch (formId) {
            case "quality-feedback-answer" -> {
                text.line("办理事项", QualityRoute.valueOf(step.subject()).label());
                items.verifications(item.itemNo()).stream()
                        .filter(v -> !v.effective())
                        .forEach(v -> text.line("第" + v.roundNo() + "轮验证无效", v.finding()));
            }
            case "quality-feedback-measure" ->
                items.measures(item.itemNo()).stream()
                        .filter(m -> step.subject().equals(String.valueOf(m.seq())))
                        .forEach(m -> text.line(m.kind().label(), m.content()));
            case "quality-feedback-verify" ->
                items.measuresOfRound(item.itemNo()).forEach(m -> text.line("第" + m.seq() + "项措施", done(m)));
            case "quality-feedback-tell" -> outcome(item, text);
            case "quality-clock-supervise" ->
                text.line("逾期事项", step.step().label()).line("应由", directory.groupName(step.group()));
            default -> {}
        }
    }

    private static String done(Measure m) {
        return m.content() + ";" + m.result();
    }

    private void outcome(QualityItem item, FormText text) {
        for (QualityAnswer a : items.answers(item.itemNo())) {
            text.line(a.route().label(), a.answer());
        }
        for (Verification v : items.verifications(item.itemNo())) {
            text.line(v.effective() ? "验证有效" : "验证无效", v.finding());
        }
        text.line("结论", item.decision());
    }

    private Map<String, Object> values(String formId, StepDeadline step) {
        return switch (formId) {
            case "quality-feedback-classify" -> Map.of("grade", "ORDINARY");
            case "quality-feedback-assess" -> Map.of("conclusion", "HANDLE");
            case "quality-feedback-tell" -> Map.of("toldHow", "PHONE", "toldAt", FormTime.format(clock.instant()));
            default -> Map.of();
        };
    }

    private Map<String, List<Option>> options(String formId, QualityItem item, StepDeadline step) {
        if (!formId.equals("quality-feedback-answer")) {
            return Map.of();
        }
        String unit = QualityRoute.valueOf(step.subject()).unitFor(item.unit());
        return Map.of(
                "people",
                directory.staff(directory.unit(unit).orElseThrow()).stream()
                        .map(p -> new Option(p.id(), p.displayName()))
                        .toList());
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
