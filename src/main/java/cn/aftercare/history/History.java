package cn.aftercare.history;

import java.util.List;
import java.util.Map;

/**
 * All that happened to a case or visit.
 *
 * @param courses by their beginning
 * @param steps by their beginning
 * @param promises what the promises of the case are called, by id
 */
public record History(String dossierNo, List<Course> courses, List<Step> steps, Map<String, String> promises) {

    /** The steps of the process itself are past their time and removed; what the case keeps for itself is here. */
    public boolean cleared() {
        return courses.stream().noneMatch(c -> c.callerId() == null && c.commitmentId() == null);
    }

    /** What people call the process; of the clocks, which are many, each by its promise. */
    public String nameOf(Course course) {
        String promise = course.commitmentId() == null ? null : promises.get(course.commitmentId());
        return promise == null ? course.name() : course.name() + ":" + promise;
    }
}
