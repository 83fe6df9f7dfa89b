package cn.aftercare.commitment.process;

import cn.aftercare.commitment.Anchor;
import cn.aftercare.commitment.CaseFacts;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentPolicy;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.Promise;
import cn.aftercare.commitment.TimeUnit;
import cn.aftercare.platform.decision.DecisionTables;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decision table {@code commitment-policy}. */
@Component
class DmnCommitmentPolicy implements CommitmentPolicy {

    private final DecisionTables decisions;

    DmnCommitmentPolicy(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Promise> promises(Anchor anchor, CaseFacts facts) {
        return decisions
                .evaluate(
                        "commitment-policy",
                        Map.of(
                                "anchor", anchor.name(),
                                "caseKind", facts.kind().name(),
                                "severity", facts.severity().name(),
                                "agreement", facts.agreement(),
                                "blocker", facts.blocker()))
                .stream()
                .map(row -> new Promise(
                        CommitmentType.valueOf((String) row.get("type")),
                        CommitmentKind.valueOf((String) row.get("kind")),
                        anchor,
                        ((Number) row.get("amount")).intValue(),
                        TimeUnit.valueOf((String) row.get("unit"))))
                .toList();
    }
}
