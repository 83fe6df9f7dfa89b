package cn.aftercare.training.process;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.form.FormContent;
import cn.aftercare.platform.form.FormContent.Option;
import cn.aftercare.platform.form.FormData;
import cn.aftercare.platform.form.FormText;
import cn.aftercare.platform.form.FormTime;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.training.Attendee;
import cn.aftercare.training.Training;
import cn.aftercare.training.TrainingPolicy;
import cn.aftercare.training.TrainingRound;
import cn.aftercare.training.app.TrainerQualifications;
import cn.aftercare.training.app.Trainings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the forms of a training show before anybody types. */
@Component
class TrainingFormData implements FormData {

    private final Trainings trainings;
    private final TrainerQualifications qualifications;
    private final TrainingPolicy policy;
    private final ProjectService projects;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    TrainingFormData(
            Trainings trainings,
            TrainerQualifications qualifications,
            TrainingPolicy policy,
            ProjectService projects,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.trainings = trainings;
        this.qualifications = qualifications;
        this.policy = policy;
        this.projects = projects;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public boolean knows(String formId) {
        return formId.startsWith("owner-training-");
    }

    @Override
    public FormContent content(String formId, String subject) {
        if (formId.equals("owner-training-start")) {
            return new FormContent("", Map.of("subject", "GENERAL"), Map.of("projects", projectsToTrain()));
        }
        Training t = trainings.visible(subject);
        return new FormContent(summary(t), values(formId), options(formId, t));
    }

    private List<Option> projectsToTrain() {
        Actor actor = currentActor.get();
        return projects.all(null, null).stream()
                .filter(p -> p.closedOn() == null
                        && (actor.hasRole(p.unit(), Role.PMD) || actor.hasRole(Actor.HQ, Role.TRAINER)))
                .map(p -> new Option(p.code(), p.code() + " " + p.name()))
                .toList();
    }

    private String summary(Training t) {
        Project project = projects.find(t.projectCode()).orElseThrow();
        FormText text = new FormText()
                .line(
                        "业主培训",
                        t.number() + " · " + t.subject().label() + " · "
                                + t.stage().label())
                .line("项目", project.name() + "(" + project.ownerName() + "," + project.address() + ")")
                .line("业主", project.ownerContact() + " " + project.ownerPhone())
                .line("缘由", t.occasion())
                .line("期限", FormTime.readable(t.dueAt()))
                .line("合格分数", String.valueOf(policy.rule(t.subject()).passMark()))
                .line("待考核人员", outstanding(t));
        List<TrainingRound> rounds = trainings.rounds(t.number());
        if (!rounds.isEmpty()) {
            TrainingRound r = rounds.get(rounds.size() - 1);
            text.line(
                    "第" + r.roundNo() + "轮",
                    directory.displayName(r.trainer()) + "," + r.plannedOn() + " " + r.place());
        }
        return text.link("打开培训页面(上传资料和签字件、全过程)", "/training/" + t.number()).toString();
    }

    private String outstanding(Training t) {
        return trainings.outstanding(t.number()).stream()
                .map(a -> a.name() + "(" + a.position() + ")")
                .collect(Collectors.joining("、"));
    }

    private Map<String, Object> values(String formId) {
        String today = LocalDate.ofInstant(clock.instant(), FormTime.SHANGHAI).toString();
        return formId.equals("owner-training-sign") ? Map.of("signedOn", today) : Map.of();
    }

    private Map<String, List<Option>> options(String formId, Training t) {
        return switch (formId) {
            case "owner-training-trainer" ->
                Map.of(
                        "trainers",
                        qualifications.trainers().stream()
                                .map(p -> new Option(p.id(), p.displayName()))
                                .toList());
            case "owner-training-assess" ->
                Map.of(
                        "outstanding",
                        trainings.outstanding(t.number()).stream()
                                .map(TrainingFormData::option)
                                .toList());
            default -> Map.of();
        };
    }

    private static Option option(Attendee a) {
        return new Option(String.valueOf(a.seq()), a.name() + "(" + a.position() + ")");
    }
}
