package cn.aftercare.history.app;

import cn.aftercare.history.Course;
import cn.aftercare.history.Step;
import java.util.List;
import java.util.Optional;

/** What the engine remembers of a dossier, whoever asks; permission is the caller's business. */
public interface EngineHistory {

    /** The processes with this business key, running or ended, by their beginning. */
    List<Course> courses(String dossierNo);

    /** What happened in these processes, by its beginning. */
    List<Step> steps(List<Course> courses);

    /**
     * The model of a process as SVG, the way it went marked.
     *
     * @return empty if the dossier has no such process
     */
    Optional<String> picture(String dossierNo, String courseId);
}
