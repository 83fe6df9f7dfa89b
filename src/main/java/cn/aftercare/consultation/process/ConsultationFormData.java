package cn.aftercare.consultation.process;

import cn.aftercare.consultation.Consultation;
import cn.aftercare.consultation.Question;
import cn.aftercare.consultation.app.Consultations;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.platform.form.FormContent;
import cn.aftercare.platform.form.FormContent.Option;
import cn.aftercare.platform.form.FormData;
import cn.aftercare.platform.form.FormText;
import cn.aftercare.platform.form.FormTime;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the forms of a consultation show before anybody types. */
@Component
class ConsultationFormData implements FormData {

    private final Consultations consultations;
    private final ProjectService projects;
    private final CurrentActor currentActor;
    private final Clock clock;

    ConsultationFormData(Consultations consultations, ProjectService projects, CurrentActor currentActor, Clock clock) {
        this.consultations = consultations;
        this.projects = projects;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public boolean knows(String formId) {
        return formId.startsWith("technical-consultation-");
    }

    @Override
    public FormContent content(String formId, String subject) {
        String now = FormTime.format(clock.instant());
        if (formId.equals("technical-consultation-start")) {
            return new FormContent(
                    "",
                    Map.of("receivedAt", now, "channel", "PHONE", "kind", "QUESTION"),
                    Map.of("projects", projectsToAskAbout()));
        }
        Consultation c = consultations.visible(subject);
        return new FormContent(summary(c), values(formId, now), Map.of());
    }

    private List<Option> projectsToAskAbout() {
        Actor actor = currentActor.get();
        return projects.all(null, null).stream()
                .filter(p -> actor.hasRole(p.unit(), Role.AFTER_SALES))
                .map(p -> new Option(p.code(), p.code() + " " + p.name()))
                .toList();
    }

    private String summary(Consultation c) {
        Question q = c.question();
        Project project = projects.find(q.projectCode()).orElseThrow();
        return new FormText()
                .line(q.kind().label(), c.number() + " · " + c.stage().label())
                .line("项目", project.name() + "(" + project.ownerName() + "," + project.address() + ")")
                .line("咨询人", q.askerName() + " " + q.askerPhone())
                .line(
                        "接到",
                        FormTime.readable(q.receivedAt()) + " " + q.channel().label())
                .line("内容", q.text())
                .line("解答期限", FormTime.readable(c.dueAt()) + "(目标)")
                .line("解答", c.answer() == null ? null : c.answer().text())
                .line("报修", c.caseNo())
                .link("打开咨询页面", "/consultations/" + c.number())
                .toString();
    }

    private static Map<String, Object> values(String formId, String now) {
        return switch (formId) {
            case "technical-consultation-answer" -> Map.of("outcome", "ANSWERED");
            case "technical-consultation-tell" -> Map.of("toldAt", now, "toldBy", "PHONE");
            default -> Map.of();
        };
    }
}
