package cn.aftercare.training.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.problem.NotPermittedException;

/** Who prepares and holds trainings: the unit's project management department, and the trainers of headquarters. */
final class TrainingTeam {

    private TrainingTeam() {}

    static boolean has(Actor actor, String unit) {
        return actor.hasRole(unit, Role.PMD) || actor.hasRole(Actor.HQ, Role.TRAINER);
    }

    /** @throws NotPermittedException with this message for everybody else */
    static void require(String message, Actor actor, String unit) {
        if (!has(actor, unit)) {
            throw new NotPermittedException(message);
        }
    }
}
