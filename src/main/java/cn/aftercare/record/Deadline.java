package cn.aftercare.record;

import java.time.Instant;
import java.util.Objects;

/**
 * A deadline as printed on a form.
 *
 * @param provisional computed without an official calendar; printed as 暂定
 * @param ownerSpecified the owner asked for this time; printed as 业主指定
 */
public record Deadline(Instant at, boolean provisional, boolean ownerSpecified) {

    public Deadline {
        Objects.requireNonNull(at, "at");
    }

    public static Deadline at(Instant at) {
        return new Deadline(at, false, false);
    }
}
