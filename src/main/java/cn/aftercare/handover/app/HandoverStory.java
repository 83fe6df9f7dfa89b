package cn.aftercare.handover.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.story.StoryTable;
import cn.aftercare.story.app.StoryBook;
import cn.aftercare.story.persistence.StoryRepository;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What is told of the handover of a project, by its code. */
@Component
class HandoverStory extends StoryBook {

    HandoverStory(StoryRepository stories, CurrentActor actor, Clock clock) {
        super(new StoryTable("handover_event", "project_code"), stories, actor, clock);
    }
}
