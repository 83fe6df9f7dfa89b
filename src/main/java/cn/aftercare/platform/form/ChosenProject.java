package cn.aftercare.platform.form;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The project a person came from when going over to Tasklist to start something; a minute later it is forgotten. */
final class ChosenProject {

    /** The field of start forms that takes a project. */
    static final String FIELD = "projectCode";

    private static final String ATTRIBUTE = "aftercare.chosenProject";
    private static final Duration KEPT = Duration.ofMinutes(1);

    private ChosenProject() {}

    record Choice(String code, Instant at) implements java.io.Serializable {}

    static void choose(HttpSession session, String code, Clock clock) {
        session.setAttribute(ATTRIBUTE, new Choice(code, clock.instant()));
    }

    static Optional<String> of(@Nullable HttpSession session, Clock clock) {
        return session != null
                        && session.getAttribute(ATTRIBUTE) instanceof Choice choice
                        && clock.instant().isBefore(choice.at().plus(KEPT))
                ? Optional.of(choice.code())
                : Optional.empty();
    }
}
