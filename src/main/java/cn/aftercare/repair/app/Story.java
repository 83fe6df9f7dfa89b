package cn.aftercare.repair.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.repair.persistence.CaseHistoryRepository;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the story of a case: who did what when, in Chinese. */
@Component
public class Story {

    private final CaseHistoryRepository history;
    private final CurrentActor actor;
    private final Clock clock;

    Story(CaseHistoryRepository history, CurrentActor actor, Clock clock) {
        this.history = history;
        this.actor = actor;
        this.clock = clock;
    }

    public void tell(String caseNo, String title, @Nullable String detail) {
        history.tell(caseNo, clock.instant(), actor.get().userId(), title, detail);
    }
}
