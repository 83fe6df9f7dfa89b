package cn.aftercare.inspection.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.story.StoryTable;
import cn.aftercare.story.app.StoryBook;
import cn.aftercare.story.persistence.StoryRepository;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The stories of draws, checks and reports. */
@Component
public class InspectionStory extends StoryBook {

    InspectionStory(StoryRepository stories, CurrentActor actor, Clock clock) {
        super(new StoryTable("inspection_event", "subject"), stories, actor, clock);
    }
}
