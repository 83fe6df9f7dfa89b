package cn.aftercare.history.web;

import cn.aftercare.history.Course;
import cn.aftercare.history.History;
import cn.aftercare.history.Step;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A history as the page shows it.
 *
 * @param cleared the engine's part of it is removed after its time
 * @param total steps on all pages
 */
record HistoryPage(
        String dossierNo, boolean cleared, List<Flow> flows, List<Row> rows, int page, int pages, int total) {

    static final int SIZE = 50;

    record Flow(String id, String name, String started, String ended, String took, String state, String mark) {}

    record Row(
            String at,
            String kind,
            String name,
            String course,
            @Nullable String state,
            String mark,
            @Nullable String who,
            List<String> times,
            List<Step.Field> fields,
            @Nullable String detail) {}

    /**
     * What of a history is shown.
     *
     * @param all also how the engine went on; else only what concerns people
     * @param courseId only what happened in this process, or null
     */
    record Choice(boolean all, @Nullable String courseId) {

        boolean shows(Step step) {
            return (all || step.kind().main() || !step.fields().isEmpty())
                    && (courseId == null || courseId.equals(step.courseId()));
        }
    }

    static HistoryPage of(History history, Choice choice, int page, Directory directory, Instant now) {
        List<Step> shown = history.steps().stream().filter(choice::shows).toList();
        int pages = (shown.size() + SIZE - 1) / SIZE;
        int current = Math.max(0, Math.min(page, pages - 1));
        return new HistoryPage(
                history.dossierNo(),
                history.cleared(),
                history.courses().stream()
                        .map(c -> flow(c, history.nameOf(c), now))
                        .toList(),
                shown.stream()
                        .skip((long) current * SIZE)
                        .limit(SIZE)
                        .map(step -> row(step, history, directory, now))
                        .toList(),
                current,
                pages,
                shown.size());
    }

    private static Flow flow(Course c, String name, Instant now) {
        return new Flow(
                c.id(),
                name,
                Times.minute(c.startedAt()),
                Times.minute(c.endedAt()),
                Times.length(Duration.between(c.startedAt(), c.endedAt() == null ? now : c.endedAt())),
                c.state().label(),
                switch (c.state()) {
                    case RUNNING -> "stage";
                    case COMPLETED -> "good";
                    case TERMINATED -> "off";
                });
    }

    private static Row row(Step s, History history, Directory directory, Instant now) {
        return new Row(
                Times.minute(s.at()),
                s.kind().label(),
                s.name(),
                history.courses().stream()
                        .filter(c -> c.id().equals(s.courseId()))
                        .map(history::nameOf)
                        .findFirst()
                        .orElse(""),
                s.state(),
                mark(s),
                who(s.actor(), directory),
                times(s, now),
                s.fields(),
                s.detail());
    }

    private static String mark(Step s) {
        return switch (s.kind()) {
            case INCIDENT, REMINDER -> "danger";
            case PAUSE -> "soon";
            default -> "进行中".equals(s.state()) ? "stage" : "已取消".equals(s.state()) ? "off" : "";
        };
    }

    private static @Nullable String who(@Nullable String actor, Directory directory) {
        if (actor == null) {
            return null;
        }
        return actor.equals(Actor.system().userId()) ? Actor.system().displayName() : directory.displayName(actor);
    }

    /** Only a person's work and a stand-still have a length worth saying. */
    private static List<String> times(Step s, Instant now) {
        return switch (s.kind()) {
            case TASK -> task(s, now);
            case PAUSE, INCIDENT ->
                s.endedAt() == null
                        ? List.of("已 " + Times.length(Duration.between(s.at(), now)))
                        : List.of(
                                "至 " + Times.minute(s.endedAt()),
                                "共 " + Times.length(Duration.between(s.at(), s.endedAt())));
            default -> List.of();
        };
    }

    private static List<String> task(Step s, Instant now) {
        String claimed = s.claimedAt() == null ? "" : "认领 " + Times.minute(s.claimedAt());
        String ended = s.endedAt() == null
                ? "已用 " + Times.length(Duration.between(s.at(), now))
                : (s.state() != null && s.state().equals("已取消") ? "取消 " : "完成 ") + Times.minute(s.endedAt());
        String took = s.endedAt() == null ? "" : "用时 " + Times.length(Duration.between(s.at(), s.endedAt()));
        return List.of(claimed, ended, took).stream().filter(t -> !t.isEmpty()).toList();
    }
}
