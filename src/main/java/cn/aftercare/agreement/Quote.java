package cn.aftercare.agreement;

import cn.aftercare.repair.OwnerPays;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the owner is asked to pay for a repair, version by version.
 *
 * @param outcome null while the owner has not answered
 */
public record Quote(
        int version,
        Kind kind,
        OwnerPays amounts,
        String details,
        @Nullable Outcome outcome,
        @Nullable Instant outcomeAt,
        @Nullable String outcomeNote) {

    public enum Kind {
        AGREEMENT("有偿维修协议"),
        MATERIAL_ONLY("过保材料费");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum Outcome {
        SIGNED("已签订"),
        REQUOTE("重新报价"),
        REFUSED("业主拒绝");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
