package cn.aftercare.project.app;

import java.util.List;

/** What one room still has to finish for a project before it can be closed. Asks for no permission of its own. */
public interface OpenMatters {

    /** Numbers, e.g. BX-2026-000001; in any order. */
    List<String> open(String projectCode);
}
