package cn.aftercare.revisit.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.story.StoryTable;
import cn.aftercare.story.app.StoryBook;
import cn.aftercare.story.persistence.StoryRepository;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The stories of plans and visits. */
@Component
class RevisitStory extends StoryBook {

    RevisitStory(StoryRepository stories, CurrentActor actor, Clock clock) {
        super(new StoryTable("revisit_event", "subject"), stories, actor, clock);
    }
}
