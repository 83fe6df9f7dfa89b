package cn.aftercare.repair.web;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.Severity;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.repair.app.Reclassification;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Managers' decisions on the kind and size of a case, over REST. */
@RestController
class ReclassificationController {

    private final Reclassification reclassification;

    ReclassificationController(Reclassification reclassification) {
        this.reclassification = reclassification;
    }

    /** @param to ORDINARY, EMERGENCY, STRUCTURAL, MINOR or MAJOR */
    record Decision(@Nullable String to, @Nullable String reason) {}

    @PostMapping("/api/repair-cases/{caseNo}/classification")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void classify(@PathVariable("caseNo") String caseNo, @RequestBody Decision decision) {
        switch (decision.to() == null ? "" : decision.to()) {
            case "ORDINARY", "EMERGENCY", "STRUCTURAL" ->
                reclassification.to(caseNo, CaseKind.valueOf(decision.to()), decision.reason());
            case "MINOR", "MAJOR" -> reclassification.size(caseNo, Severity.valueOf(decision.to()), decision.reason());
            default -> throw new InvalidInputException("to", "改判为(to):只能是 ORDINARY、EMERGENCY、STRUCTURAL、MINOR 或 MAJOR");
        }
    }

    record Evidence(@Nullable String evidence) {}

    @PostMapping("/api/repair-cases/{caseNo}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable("caseNo") String caseNo, @RequestBody Evidence request) {
        reclassification.proposeWithdrawal(caseNo, request.evidence());
    }
}
