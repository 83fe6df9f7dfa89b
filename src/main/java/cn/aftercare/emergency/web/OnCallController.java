package cn.aftercare.emergency.web;

import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.emergency.app.OnCallBoard;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /on-call}: the dangers open now, for whoever is on duty and for the screen on the wall. */
@Page
class OnCallController {

    /** Seconds between two looks at the server. */
    private static final int REFRESH = 60;

    private final OnCallBoard board;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    OnCallController(OnCallBoard board, Directory directory, CurrentActor currentActor, Clock clock) {
        this.board = board;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @PersonalData("值班看板")
    @GetMapping("/on-call")
    ModelAndView page() {
        Actor actor = currentActor.get();
        ModelAndView page = new ModelAndView("on-call");
        page.addObject("board", OnCallPage.of(board.open(), directory, clock.instant()));
        page.addObject(
                "severalUnits",
                directory.units().stream().filter(u -> actor.maySee(u.code())).count() > 1);
        page.addObject("refresh", REFRESH);
        return page;
    }
}
