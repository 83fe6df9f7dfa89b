package cn.aftercare.repair.app;

/** The running flow of a case; in the engine an instance of {@code repair}. */
public interface RepairFlow {

    /** Starts the flow of a case that was just recorded. */
    void start(String caseNo);
}
