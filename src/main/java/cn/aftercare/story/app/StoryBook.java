package cn.aftercare.story.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.story.StoryEvent;
import cn.aftercare.story.StoryTable;
import cn.aftercare.story.persistence.StoryRepository;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the stories of one kind of thing, in the transaction of what happens: who did what when, in Chinese. */
public abstract class StoryBook {

    private final StoryTable table;
    private final StoryRepository stories;
    private final CurrentActor actor;
    private final Clock clock;

    protected StoryBook(StoryTable table, StoryRepository stories, CurrentActor actor, Clock clock) {
        this.table = table;
        this.stories = stories;
        this.actor = actor;
        this.clock = clock;
    }

    /** Told by the acting person, now. */
    public void tell(String subject, String title, @Nullable String detail) {
        stories.tell(table, subject, new StoryEvent(clock.instant(), actor.get().userId(), title, detail));
    }

    /** In the order it happened; whether the subject may be seen is the caller's business. */
    public List<StoryEvent> of(String subject) {
        return stories.of(table, subject);
    }
}
