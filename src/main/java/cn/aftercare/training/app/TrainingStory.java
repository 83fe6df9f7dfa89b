package cn.aftercare.training.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.training.TrainingEvent;
import cn.aftercare.training.persistence.TrainingEventRepository;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the story of a training: who did what when, in Chinese. */
@Component
public class TrainingStory {

    private final TrainingEventRepository events;
    private final CurrentActor actor;
    private final Clock clock;

    TrainingStory(TrainingEventRepository events, CurrentActor actor, Clock clock) {
        this.events = events;
        this.actor = actor;
        this.clock = clock;
    }

    void tell(String number, String title, @Nullable String detail) {
        events.tell(number, clock.instant(), actor.get().userId(), title, detail);
    }

    /** In the order it happened; whoever asks may see the training. */
    public List<TrainingEvent> of(String number) {
        return events.story(number);
    }
}
