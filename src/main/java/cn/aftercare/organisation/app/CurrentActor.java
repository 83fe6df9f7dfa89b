package cn.aftercare.organisation.app;

import cn.aftercare.organisation.Actor;

/** Tells who is acting now: the HTTP login, the engine's authenticated user, or the system in a job. */
public interface CurrentActor {
    Actor get();
}
