package cn.aftercare.demo.process;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;

/**
 * How far the demo data are made, kept in the database in the same transaction as the data, so that a start after a
 * crash goes on where the one before ended.
 */
@Component
class DemoProgress {

    static final String PROPERTY = "aftercare.demo-cases";

    private final ManagementService management;

    DemoProgress(ManagementService management) {
        this.management = management;
    }

    /**
     * @param asOf the instant the cases are told from; the same one gives the same cases
     * @param done how many of them need no more be made
     */
    record Mark(Instant asOf, int done, boolean complete) {

        Mark with(int count) {
            return new Mark(asOf, count, false);
        }

        Mark completed() {
            return new Mark(asOf, done, true);
        }
    }

    /** Empty if nothing was made yet. */
    Optional<Mark> read() {
        return Optional.ofNullable(management.getProperties().get(PROPERTY)).map(value -> {
            String[] parts = value.split(" ");
            return new Mark(Instant.parse(parts[0]), Integer.parseInt(parts[1]), parts.length > 2);
        });
    }

    void write(Mark mark) {
        management.setProperty(PROPERTY, mark.asOf() + " " + mark.done() + (mark.complete() ? " complete" : ""));
    }
}
