package cn.aftercare.demo.process;

import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;

/**
 * How far the demo data are made, kept in the database in the same transaction as the data, so that a start after a
 * crash goes on where the one before ended.
 */
@Component
class DemoProgress {

    static final String PROPERTY = "aftercare.demo-cases";

    private static final String COMPLETE = "complete";

    private final ManagementService management;

    DemoProgress(ManagementService management) {
        this.management = management;
    }

    boolean begun() {
        return management.getProperties().containsKey(PROPERTY);
    }

    boolean complete() {
        return COMPLETE.equals(management.getProperties().get(PROPERTY));
    }

    /** How many cases, in their order, need no more be made. */
    int casesDone() {
        return Integer.parseInt(management.getProperties().get(PROPERTY));
    }

    void casesDone(int count) {
        management.setProperty(PROPERTY, String.valueOf(count));
    }

    void completed() {
        management.setProperty(PROPERTY, COMPLETE);
    }
}
