package cn.aftercare.repair.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.story.StoryTable;
import cn.aftercare.story.app.StoryBook;
import cn.aftercare.story.persistence.StoryRepository;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The stories of cases. */
@Component
public class Story extends StoryBook {

    Story(StoryRepository stories, CurrentActor actor, Clock clock) {
        super(new StoryTable("case_event", "case_no"), stories, actor, clock);
    }
}
