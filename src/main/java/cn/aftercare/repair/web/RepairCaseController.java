package cn.aftercare.repair.web;

import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentStep;
import cn.aftercare.commitment.PauseReason;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.platform.web.Download;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.Stage;
import cn.aftercare.repair.app.CasePauses;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.repair.app.RepairCases.Query;
import cn.aftercare.repair.app.RepairRegister;
import cn.aftercare.repair.app.ReportIntake;
import cn.aftercare.repair.app.ReportIntake.Received;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Repair cases over REST: intake, one case, the list, the register, pause and resume. */
@RestController
class RepairCaseController {

    private final ReportIntake intake;
    private final RepairCases cases;
    private final CasePauses pauses;
    private final RepairRegister register;
    private final CommitmentService commitments;
    private final Clock clock;

    RepairCaseController(
            ReportIntake intake,
            RepairCases cases,
            CasePauses pauses,
            RepairRegister register,
            CommitmentService commitments,
            Clock clock) {
        this.intake = intake;
        this.cases = cases;
        this.pauses = pauses;
        this.register = register;
        this.commitments = commitments;
        this.clock = clock;
    }

    @PostMapping("/api/repair-cases")
    ResponseEntity<CaseView> report(
            @RequestHeader(name = "Idempotency-Key") String key, @RequestBody ReportRequest request) {
        Received received = intake.receive(request.draft(), key);
        return ResponseEntity.status(received.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/repair-cases/" + received.caseNo()))
                .body(view(cases.visible(received.caseNo())));
    }

    @GetMapping("/api/repair-cases/{caseNo}")
    CaseView repairCase(@PathVariable("caseNo") String caseNo) {
        return view(cases.visible(caseNo));
    }

    /** Pages count from 0. */
    record Page(List<Line> items, int page, int size, long total) {}

    record Line(
            String caseNo,
            String projectCode,
            String unit,
            OffsetDateTime receivedAt,
            String stage,
            String stageName,
            String kind,
            String category,
            String location,
            @Nullable String chargeBasis) {
        static Line of(RepairCase c) {
            return new Line(
                    c.caseNo(),
                    c.report().projectCode(),
                    c.unit(),
                    CaseView.time(c.report().receivedAt()),
                    c.stage().name(),
                    c.stage().label(),
                    c.kind().name(),
                    c.report().category().name(),
                    c.report().location(),
                    c.chargeBasis() == null ? null : c.chargeBasis().name());
        }
    }

    @GetMapping("/api/repair-cases")
    Page list(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "stage", required = false) String stage,
            @RequestParam(name = "from", required = false) String from,
            @RequestParam(name = "to", required = false) String to,
            @RequestParam(name = "q", required = false) String text,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "20") int size) {
        RepairCases.Page found = cases.list(
                new Query(
                        unit, stages(stage), Times.day("from", "日期(from)", from), Times.day("to", "日期(to)", to), text),
                page,
                size);
        return new Page(found.cases().stream().map(Line::of).toList(), found.page(), found.size(), found.total());
    }

    @PersonalData(value = "维修统计表", kind = AuditKind.EXPORT)
    @GetMapping("/api/repair-register.xlsx")
    void register(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "from", required = false) String from,
            @RequestParam(name = "to", required = false) String to,
            HttpServletResponse response)
            throws IOException {
        Query query = new Query(unit, null, Times.day("from", "日期(from)", from), Times.day("to", "日期(to)", to), null);
        cases.filter(query); // refuses before the answer is declared a file
        register.write(query, Download.XLSX.into(response, "维修统计表.xlsx"));
    }

    record PauseRequest(
            @Nullable PauseReason reason,
            @Nullable String note,
            @Nullable OffsetDateTime from) {}

    /** The pausable clocks stand still from the given time on, now if none is given. */
    @PostMapping("/api/repair-cases/{caseNo}/pause")
    CaseView pause(@PathVariable("caseNo") String caseNo, @RequestBody PauseRequest request) {
        pauses.pause(
                caseNo,
                request.reason(),
                request.note(),
                request.from() == null ? clock.instant() : request.from().toInstant());
        return view(cases.visible(caseNo));
    }

    record ResumeRequest(@Nullable OffsetDateTime to) {}

    @PostMapping("/api/repair-cases/{caseNo}/resume")
    CaseView resume(@PathVariable("caseNo") String caseNo, @RequestBody ResumeRequest request) {
        pauses.resume(
                caseNo, request.to() == null ? clock.instant() : request.to().toInstant());
        return view(cases.visible(caseNo));
    }

    private CaseView view(RepairCase c) {
        List<Commitment> promises = commitments.ofCase(c.caseNo());
        Map<Long, List<CommitmentStep>> steps =
                promises.stream().collect(Collectors.toMap(Commitment::id, p -> commitments.steps(p.id())));
        return CaseView.of(c, promises, steps, clock.instant());
    }

    private static @Nullable Set<Stage> stages(@Nullable String stage) {
        if (stage == null || stage.isBlank()) {
            return null;
        }
        return Set.of(Arrays.stream(Stage.values())
                .filter(s -> s.name().equals(stage))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("stage", "阶段(stage):没有阶段“" + stage + "”")));
    }
}
