package cn.aftercare.repair.app;

import cn.aftercare.commitment.CaseKind;
import java.util.Collection;
import java.util.List;

/** The running flow of a case; in the engine an instance of {@code repair} and what it calls. */
public interface RepairFlow {

    /** Starts the flow of a case that was just recorded. */
    void start(String caseNo);

    /** Names of the tasks people have open for the case, supervision left out. */
    List<String> openTasks(String caseNo);

    /** Every task people have open in these cases, supervision included, the first due first. */
    List<OpenTask> openTasks(Collection<String> caseNos);

    /**
     * Takes the flow to the path of another kind.
     *
     * @throws cn.aftercare.problem.ConflictException where the flow stands at a point from which it cannot go there
     */
    void reclassified(String caseNo, CaseKind kind);

    /** What is still to be done is done as a major or minor repair. */
    void major(String caseNo, boolean major);

    /** Asks the managers whether a structural classification is withdrawn. */
    void withdrawalProposed(String caseNo);
}
