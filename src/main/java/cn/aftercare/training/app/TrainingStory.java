package cn.aftercare.training.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.story.StoryTable;
import cn.aftercare.story.app.StoryBook;
import cn.aftercare.story.persistence.StoryRepository;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The stories of trainings. */
@Component
public class TrainingStory extends StoryBook {

    TrainingStory(StoryRepository stories, CurrentActor actor, Clock clock) {
        super(new StoryTable("training_event", "training_no"), stories, actor, clock);
    }
}
