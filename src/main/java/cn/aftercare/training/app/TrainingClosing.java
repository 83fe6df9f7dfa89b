package cn.aftercare.training.app;

import cn.aftercare.organisation.app.Directory;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.RecordKind;
import cn.aftercare.record.TrainingRecordData;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.record.document.TrainingRecordDocument;
import cn.aftercare.training.Attendee;
import cn.aftercare.training.Score;
import cn.aftercare.training.Training;
import cn.aftercare.training.TrainingStage;
import cn.aftercare.training.persistence.TrainingRepository;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files the record 培训记录 of a training the owner has signed. */
@Service
@Transactional
public class TrainingClosing {

    private final TrainingRepository repository;
    private final Trainings trainings;
    private final ProjectService projects;
    private final RecordArchive archive;
    private final TrainingRecordDocument document;
    private final Directory directory;
    private final TrainingStory story;
    private final Clock clock;

    TrainingClosing(
            TrainingRepository repository,
            Trainings trainings,
            ProjectService projects,
            RecordArchive archive,
            TrainingRecordDocument document,
            Directory directory,
            TrainingStory story,
            Clock clock) {
        this.repository = repository;
        this.trainings = trainings;
        this.projects = projects;
        this.archive = archive;
        this.document = document;
        this.directory = directory;
        this.story = story;
        this.clock = clock;
    }

    /** Once, however often the job runs. */
    public void archive(String number) {
        if (trainings.of(number).stage() == TrainingStage.ARCHIVED) {
            return;
        }
        Training t = trainings.expected(number, TrainingStage.SIGNED);
        String recordNo = archive.archive(RecordKind.TRAINING_RECORD, number, filing -> document.write(data(t, filing)))
                .recordNo();
        repository.archived(number, recordNo, clock.instant());
        story.tell(number, "归档", "培训记录" + recordNo);
    }

    private TrainingRecordData data(Training t, RecordArchive.Filing filing) {
        Project project = projects.find(t.projectCode()).orElseThrow();
        List<Score> scores = trainings.scores(t.number());
        return new TrainingRecordData(
                filing.recordNo(),
                t.number(),
                project.name(),
                project.ownerName(),
                directory.unitName(t.unit()),
                t.subject().label(),
                t.materials().manualVersion(),
                t.materials().outlineVersion(),
                trainings.rounds(t.number()).stream()
                        .map(r -> "第" + r.roundNo() + "轮 " + directory.displayName(r.trainer()) + "(资质"
                                + r.certificateNo() + "):" + r.content())
                        .toList(),
                trainings.courses(t.number()).stream()
                        .map(c -> "第" + c.roundNo() + "轮 " + c.heldOn() + " " + c.place() + " "
                                + c.hours().stripTrailingZeros().toPlainString() + "小时")
                        .toList(),
                trainings.attendees(t.number()).stream()
                        .map(a -> new TrainingRecordData.Line(
                                a.seq(),
                                a.name(),
                                a.position(),
                                course(a, scores),
                                a.state().label()))
                        .toList(),
                t.signOff().by(),
                t.signOff().on(),
                filing.createdAt());
    }

    private static String course(Attendee a, List<Score> scores) {
        return String.join(
                ";",
                scores.stream()
                        .filter(s -> s.attendee() == a.seq())
                        .map(s -> "第" + s.roundNo() + "轮" + (s.score() == null ? s.withdrawn() : s.score() + "分"))
                        .toList());
    }
}
