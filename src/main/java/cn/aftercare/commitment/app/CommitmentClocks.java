package cn.aftercare.commitment.app;

import cn.aftercare.commitment.Commitment;
import java.util.List;

/** The running clocks of promises; in the engine one {@code service-commitment} instance each. */
public interface CommitmentClocks {

    /** Starts a clock; returns the id it can be found by. */
    String start(Commitment commitment, ClockState state);

    void met(Commitment commitment);

    void cancelled(Commitment commitment);

    void paused(Commitment commitment);

    /** The deadline is another, or the clock goes on after a pause. */
    void changed(Commitment commitment, ClockState state);

    /** Moves the due date of the tasks concerned to the commitments' deadlines. */
    void moveTasks(String caseNo, List<Commitment> commitments);

    /** Where in the chain a clock stands, which is where a changed clock goes on. */
    enum ClockState {
        RUNNING,
        REMINDED,
        PAUSED
    }
}
