package cn.aftercare.platform.web;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.WebApps;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the header of every page shows: who is logged in and where that person may go. */
@ControllerAdvice(annotations = Page.class)
public class PageFrame {

    private final CurrentActor currentActor;
    private final WebApps webApps;

    PageFrame(CurrentActor currentActor, WebApps webApps) {
        this.currentActor = currentActor;
        this.webApps = webApps;
    }

    /**
     * @param user the name, or null when nobody is logged in
     * @param dashboard whether the person supervises
     */
    public record Frame(@Nullable String user, boolean cockpit, boolean dashboard, boolean admin) {}

    @ModelAttribute("frame")
    public Frame frame() {
        Actor actor = currentActor.get();
        return actor.equals(Actor.system())
                ? new Frame(null, false, false, false)
                : new Frame(actor.displayName(), webApps.cockpit(), actor.supervises(), actor.admin());
    }
}
