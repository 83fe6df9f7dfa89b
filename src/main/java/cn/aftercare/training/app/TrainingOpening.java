package cn.aftercare.training.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.project.ProjectHandedOver;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.training.Training;
import cn.aftercare.training.TrainingPolicy;
import cn.aftercare.training.TrainingStage;
import cn.aftercare.training.TrainingSubject;
import cn.aftercare.training.persistence.TrainingRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins trainings: when a project is handed over, and when somebody asks for one. */
@Service
@Transactional
public class TrainingOpening {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TrainingRepository repository;
    private final TrainingPolicy policy;
    private final ProjectService projects;
    private final TrainingFlow flow;
    private final CurrentActor currentActor;
    private final TrainingStory story;
    private final Clock clock;

    TrainingOpening(
            TrainingRepository repository,
            TrainingPolicy policy,
            ProjectService projects,
            TrainingFlow flow,
            CurrentActor currentActor,
            TrainingStory story,
            Clock clock) {
        this.repository = repository;
        this.policy = policy;
        this.projects = projects;
        this.flow = flow;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /** Once for each project, however often it is told. */
    @EventListener
    void on(ProjectHandedOver handedOver) {
        if (!repository.startedByHandover(handedOver.projectCode())) {
            Project project = projects.find(handedOver.projectCode()).orElseThrow();
            flow.start(open(project, TrainingSubject.GENERAL, "工程移交", true));
        }
    }

    /**
     * Records a training whose flow is under way already.
     *
     * @throws InvalidInputException naming {@code projectCode} if there is no such project, or it is closed
     * @throws NotPermittedException unless the actor is of the project management department of the project's unit, or a
     *     trainer of headquarters
     */
    public Training byHand(String projectCode, TrainingSubject subject, String occasion) {
        Actor actor = currentActor.get();
        Project project = projects.find(projectCode)
                .filter(p -> actor.maySee(p.unit()))
                .orElseThrow(() -> new InvalidInputException("projectCode", "工程:没有编号为“" + projectCode + "”的工程"));
        TrainingTeam.require("只有工程所属单位的项目管理部、总部授课教员可以发起业主培训", actor, project.unit());
        if (project.closedOn() != null) {
            throw new InvalidInputException("projectCode", "工程:" + projectCode + "已关闭");
        }
        return open(project, subject, occasion, false);
    }

    private Training open(Project project, TrainingSubject subject, String occasion, boolean byHandover) {
        Instant now = clock.instant();
        Training training = new Training(
                "PX-%d-%06d".formatted(now.atZone(ZONE).getYear(), repository.nextNumber()),
                project.code(),
                project.unit(),
                subject,
                occasion,
                TrainingStage.PREPARING,
                0,
                now,
                policy.rule(subject).dueAt(now),
                null,
                null,
                null);
        repository.insert(training, byHandover);
        story.tell(training.number(), "发起培训", subject.label() + "," + occasion + ",免费");
        return training;
    }
}
