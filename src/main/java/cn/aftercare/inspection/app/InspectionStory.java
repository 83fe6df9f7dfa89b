package cn.aftercare.inspection.app;

import cn.aftercare.inspection.InspectionEvent;
import cn.aftercare.inspection.persistence.InspectionEventRepository;
import cn.aftercare.organisation.app.CurrentActor;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the story of a draw, check or report: who did what when, in Chinese. */
@Component
public class InspectionStory {

    private final InspectionEventRepository events;
    private final CurrentActor actor;
    private final Clock clock;

    InspectionStory(InspectionEventRepository events, CurrentActor actor, Clock clock) {
        this.events = events;
        this.actor = actor;
        this.clock = clock;
    }

    void tell(String subject, String title, @Nullable String detail) {
        events.tell(subject, clock.instant(), actor.get().userId(), title, detail);
    }

    /** In the order it happened; whoever asks may see the subject. */
    public List<InspectionEvent> of(String subject) {
        return events.story(subject);
    }
}
