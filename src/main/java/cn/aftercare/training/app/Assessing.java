package cn.aftercare.training.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.training.Attendee;
import cn.aftercare.training.Score;
import cn.aftercare.training.Training;
import cn.aftercare.training.TrainingPolicy;
import cn.aftercare.training.TrainingStage;
import cn.aftercare.training.persistence.RoundRepository;
import cn.aftercare.training.persistence.TrainingRepository;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges everybody who has still to pass; who fails takes part in the next round. */
@Service
@Transactional
public class Assessing {

    private final TrainingRepository repository;
    private final RoundRepository rounds;
    private final Trainings trainings;
    private final TrainingPolicy policy;
    private final CurrentActor currentActor;
    private final TrainingStory story;

    Assessing(
            TrainingRepository repository,
            RoundRepository rounds,
            Trainings trainings,
            TrainingPolicy policy,
            CurrentActor currentActor,
            TrainingStory story) {
        this.repository = repository;
        this.rounds = rounds;
        this.trainings = trainings;
        this.policy = policy;
        this.currentActor = currentActor;
        this.story = story;
    }

    /**
     * What one attendee came to, as it was typed in.
     *
     * @param attendee seq of the attendee
     */
    public record Result(
            int attendee, @Nullable Integer score, @Nullable String withdrawn) {}

    /**
     * Keeps the results of the round.
     *
     * @return whether nobody has to repeat
     * @throws InvalidInputException naming {@code results} unless everybody is judged once, by a score or with the reason
     *     for not going on
     * @throws NotPermittedException for people of other roles or units
     */
    public boolean assessed(String number, List<Result> results) {
        Training t = trainings.expected(number, TrainingStage.ASSESSING);
        TrainingTeam.require("只有工程所属单位的项目管理部、总部授课教员可以办理业主培训", currentActor.get(), t.unit());
        Map<Integer, Attendee> waiting = new TreeMap<>();
        trainings.outstanding(number).forEach(a -> waiting.put(a.seq(), a));
        int row = 0;
        for (Result r : results) {
            row++;
            if (waiting.remove(r.attendee()) == null) {
                throw new InvalidInputException("results", "考核结果第" + row + "行人员:不是待考核的人员,或登记了两次");
            }
            if ((r.score() == null) == (r.withdrawn() == null)) {
                throw new InvalidInputException("results", "考核结果第" + row + "行:分数和不再参加的原因,应填写其中一项");
            }
            keep(t, r);
        }
        if (!waiting.isEmpty()) {
            throw new InvalidInputException(
                    "results",
                    "考核结果:还缺"
                            + String.join(
                                    "、",
                                    waiting.values().stream()
                                            .map(Attendee::name)
                                            .toList()));
        }
        int failed = trainings.outstanding(number).size();
        repository.stage(number, failed == 0 ? TrainingStage.SIGNING : TrainingStage.NAMING, t.round());
        story.tell(number, failed == 0 ? "考核合格" : "考核不合格,补训", "第" + t.round() + "轮:" + failed + "人不合格");
        return failed == 0;
    }

    private void keep(Training t, Result r) {
        boolean passed =
                r.score() != null && r.score() >= policy.rule(t.subject()).passMark();
        rounds.add(
                t.number(),
                new Score(t.round(), r.attendee(), r.score(), passed, r.withdrawn()),
                r.withdrawn() != null
                        ? Attendee.State.WITHDRAWN
                        : passed ? Attendee.State.PASSED : Attendee.State.OUTSTANDING);
    }
}
