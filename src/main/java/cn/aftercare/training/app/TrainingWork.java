package cn.aftercare.training.app;

import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.training.Attendee;
import cn.aftercare.training.Course;
import cn.aftercare.training.Qualification;
import cn.aftercare.training.Training;
import cn.aftercare.training.TrainingRound;
import cn.aftercare.training.TrainingStage;
import cn.aftercare.training.persistence.RoundRepository;
import cn.aftercare.training.persistence.TrainingRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A training from its materials to the owner's signature. Each step throws {@link ConflictException} unless it is
 * its turn, {@link NotPermittedException} for people of other roles or units, and {@link InvalidInputException} naming
 * the field.
 */
@Service
@Transactional
public class TrainingWork {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TrainingRepository repository;
    private final RoundRepository rounds;
    private final Trainings trainings;
    private final TrainerQualifications qualifications;
    private final AttachmentService attachments;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final TrainingStory story;
    private final Clock clock;

    TrainingWork(
            TrainingRepository repository,
            RoundRepository rounds,
            Trainings trainings,
            TrainerQualifications qualifications,
            AttachmentService attachments,
            Directory directory,
            CurrentActor currentActor,
            TrainingStory story,
            Clock clock) {
        this.repository = repository;
        this.rounds = rounds;
        this.trainings = trainings;
        this.qualifications = qualifications;
        this.attachments = attachments;
        this.directory = directory;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /** Manual and hand-outs are uploaded, and this is their version. */
    public void prepared(String number, Training.Materials materials) {
        Training t = entrusted(number, TrainingStage.PREPARING);
        uploaded(number, AttachmentPurpose.MANUAL, "manualVersion");
        uploaded(number, AttachmentPurpose.HANDOUT, "outlineVersion");
        repository.materials(number, materials);
        repository.stage(number, TrainingStage.NAMING, t.round());
        story.tell(number, "编制资料", "手册" + materials.manualVersion() + ",大纲和讲义" + materials.outlineVersion());
    }

    private void uploaded(String number, AttachmentPurpose purpose, String field) {
        if (attachments.ofCase(number).stream().noneMatch(a -> a.purpose() == purpose)) {
            throw new InvalidInputException(field, purpose.label() + ":尚未上传,请先在培训页面上传");
        }
    }

    /** Begins a round: who teaches, when and where. */
    public void trainerNamed(String number, String trainer, LocalDate plannedOn, String place) {
        Training t = entrusted(number, TrainingStage.NAMING);
        if (qualifications.trainers().stream().noneMatch(p -> p.id().equals(trainer))) {
            throw new InvalidInputException("trainer", "教员:不在可选范围内");
        }
        if (plannedOn.isBefore(today())) {
            throw new InvalidInputException("plannedOn", "授课日期:不能早于今天");
        }
        Qualification shown = qualifications.valid("trainer", trainer, t.subject(), plannedOn);
        int round = t.round() + 1;
        rounds.add(number, new TrainingRound(round, trainer, shown.certificateNo(), plannedOn, place, null));
        repository.stage(number, TrainingStage.TEACHING, round);
        story.tell(
                number,
                "确定教员",
                "第" + round + "轮:" + directory.displayName(trainer) + "(" + shown.certificateNo() + ")," + plannedOn
                        + " " + place);
    }

    /** Somebody who took part for the first time. */
    public record Newcomer(String name, String position) {}

    /** The courses of the round were held; the round's number in them is given here. */
    public void held(String number, List<Course> courses, String content, List<Newcomer> newcomers) {
        Training t = entrusted(number, TrainingStage.TEACHING);
        if (courses.isEmpty()) {
            throw new InvalidInputException("courses", "课程:请至少登记一次");
        }
        String trainer = currentRound(t).trainer();
        LocalDate started = LocalDate.ofInstant(t.startedAt(), ZONE);
        int seq = 0;
        for (Course c : courses) {
            seq++;
            if (c.heldOn().isAfter(today()) || c.heldOn().isBefore(started)) {
                throw new InvalidInputException("courses", "课程第" + seq + "行上课日期:应在发起培训之日至今天之间");
            }
            qualifications.valid("courses", trainer, t.subject(), c.heldOn());
            rounds.add(number, seq, new Course(t.round(), c.heldOn(), c.place(), c.hours()));
        }
        int known = trainings.attendees(number).size();
        for (Newcomer n : newcomers) {
            rounds.add(number, new Attendee(++known, n.name(), n.position(), Attendee.State.OUTSTANDING));
        }
        if (trainings.outstanding(number).isEmpty()) {
            throw new InvalidInputException("attendees", "参加人员:请至少登记一人");
        }
        rounds.taught(number, t.round(), content);
        repository.stage(number, TrainingStage.ASSESSING, t.round());
        story.tell(
                number,
                "登记授课",
                "第" + t.round() + "轮:" + courses.size() + "次课,"
                        + trainings.outstanding(number).size() + "人参加");
    }

    private TrainingRound currentRound(Training t) {
        return trainings.rounds(t.number()).get(t.round() - 1);
    }

    /** The owner signed; the scan is uploaded. */
    public void signed(String number, Training.SignOff signOff) {
        Training t = trainings.expected(number, TrainingStage.SIGNING);
        currentActor.get().require("只有工程所属单位的项目管理部可以登记业主签认", t.unit(), Role.PMD);
        LocalDate lastCourse = trainings.courses(number).stream()
                .map(Course::heldOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
        if (signOff.on().isAfter(today()) || signOff.on().isBefore(lastCourse)) {
            throw new InvalidInputException("signedOn", "签认日期:应在最后一次上课之日至今天之间");
        }
        uploaded(number, AttachmentPurpose.SIGNED_SCAN, "signedBy");
        repository.signed(number, signOff);
        repository.stage(number, TrainingStage.SIGNED, t.round());
        story.tell(number, "业主签认", signOff.by() + " " + signOff.on());
    }

    private Training entrusted(String number, TrainingStage stage) {
        Training t = trainings.expected(number, stage);
        TrainingTeam.require("只有工程所属单位的项目管理部、总部授课教员可以办理业主培训", currentActor.get(), t.unit());
        return t;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
