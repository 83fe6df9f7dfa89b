package cn.aftercare.revisit.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.revisit.persistence.RevisitEventRepository;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the story of a plan or visit: who did what when, in Chinese. */
@Component
class RevisitStory {

    private final RevisitEventRepository events;
    private final CurrentActor actor;
    private final Clock clock;

    RevisitStory(RevisitEventRepository events, CurrentActor actor, Clock clock) {
        this.events = events;
        this.actor = actor;
        this.clock = clock;
    }

    void tell(String subject, String title, @Nullable String detail) {
        events.tell(subject, clock.instant(), actor.get().userId(), title, detail);
    }
}
