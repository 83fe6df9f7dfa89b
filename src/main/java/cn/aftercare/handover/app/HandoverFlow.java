package cn.aftercare.handover.app;

import cn.aftercare.handover.Naming;

/** The engine's side of handovers. */
public interface HandoverFlow {

    /** The end of the warranty may have moved: a handover that waits with another day starts to wait anew. */
    void reschedule(String number, Naming naming);

    /** The project is closed: nobody needs to be named any more. */
    void closed(String number);
}
