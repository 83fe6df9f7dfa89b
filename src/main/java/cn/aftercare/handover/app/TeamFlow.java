package cn.aftercare.handover.app;

import cn.aftercare.handover.TeamRole;
import org.jspecify.annotations.Nullable;

/** The engine's side of a change of people; who may do so was checked before. */
public interface TeamFlow {

    /** Which running cases of a project somebody is responsible for. */
    enum Scope {
        ALL,
        /** The item was warranted at the notice. */
        WARRANTED,
        EXPIRED
    }

    /**
     * Hands over the open tasks of the role in everything that runs for the project, and makes the later ones come to the
     * successor.
     *
     * @param before login, or null: the role's group did them
     * @param after login, or null: the role's group does them
     * @return how many open tasks changed hands
     */
    int replace(String projectCode, TeamRole role, Scope scope, @Nullable String before, @Nullable String after);
}
