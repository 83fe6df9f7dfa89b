package cn.aftercare.training.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.training.Attendee;
import cn.aftercare.training.Course;
import cn.aftercare.training.Score;
import cn.aftercare.training.Training;
import cn.aftercare.training.TrainingRound;
import cn.aftercare.training.TrainingStage;
import cn.aftercare.training.persistence.RoundRepository;
import cn.aftercare.training.persistence.TrainingRepository;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows the trainings, within the units the acting person may see. */
@Service
@Transactional(readOnly = true)
public class Trainings {

    private final TrainingRepository trainings;
    private final RoundRepository rounds;
    private final CurrentActor currentActor;

    Trainings(TrainingRepository trainings, RoundRepository rounds, CurrentActor currentActor) {
        this.trainings = trainings;
        this.rounds = rounds;
        this.currentActor = currentActor;
    }

    /** One page, counted from 0. */
    public record Listed(List<Training> rows, long total) {}

    /** @throws NotFoundException for a unit the acting person may not see */
    public Listed list(@Nullable String unit, @Nullable TrainingStage stage, int page, int size) {
        Set<String> units = currentActor.get().visibleUnits(unit);
        return new Listed(trainings.list(units, stage, (long) page * size, size), trainings.count(units, stage));
    }

    /** One the engine is working on. */
    public Training of(String number) {
        return trainings.training(number).orElseThrow(() -> new IllegalStateException("no training " + number));
    }

    /** @throws NotFoundException also when it exists but belongs to a unit the acting person may not see */
    public Training visible(String number) {
        return trainings
                .training(number)
                .filter(t -> currentActor.get().maySee(t.unit()))
                .orElseThrow(() -> new NotFoundException("没有业主培训 " + number));
    }

    /**
     * The training, kept from others until the transaction ends.
     *
     * @throws ConflictException unless it stands at this stage
     */
    @Transactional
    public Training expected(String number, TrainingStage stage) {
        Training t =
                trainings.lockTraining(number).orElseThrow(() -> new IllegalStateException("no training " + number));
        if (t.stage() != stage) {
            throw new ConflictException("培训 " + number + " " + t.stage().label() + ",不是" + stage.label());
        }
        return t;
    }

    /** Oldest first. */
    public List<TrainingRound> rounds(String number) {
        return rounds.rounds(number);
    }

    public List<Course> courses(String number) {
        return rounds.courses(number);
    }

    public List<Attendee> attendees(String number) {
        return rounds.attendees(number);
    }

    /** Those who have still to pass. */
    public List<Attendee> outstanding(String number) {
        return attendees(number).stream()
                .filter(a -> a.state() == Attendee.State.OUTSTANDING)
                .toList();
    }

    public List<Score> scores(String number) {
        return rounds.scores(number);
    }
}
