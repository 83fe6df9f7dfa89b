package cn.aftercare.quality.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.quality.persistence.HandlingRepository;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the story of an item: who did what when, in Chinese. */
@Component
class QualityStory {

    private final HandlingRepository handling;
    private final CurrentActor actor;
    private final Clock clock;

    QualityStory(HandlingRepository handling, CurrentActor actor, Clock clock) {
        this.handling = handling;
        this.actor = actor;
        this.clock = clock;
    }

    void tell(String itemNo, String title, @Nullable String detail) {
        handling.tell(itemNo, clock.instant(), actor.get().userId(), title, detail);
    }
}
