package cn.aftercare.quality.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.story.StoryTable;
import cn.aftercare.story.app.StoryBook;
import cn.aftercare.story.persistence.StoryRepository;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The stories of quality items. */
@Component
class QualityStory extends StoryBook {

    QualityStory(StoryRepository stories, CurrentActor actor, Clock clock) {
        super(new StoryTable("quality_event", "item_no"), stories, actor, clock);
    }
}
