package cn.aftercare.repair.app;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.Deadline;
import cn.aftercare.record.RecordKind;
import cn.aftercare.record.TaskOrderData;
import cn.aftercare.record.WarrantyRecordData;
import cn.aftercare.record.WarrantyRecordData.Round;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.record.document.TaskOrderDocument;
import cn.aftercare.record.document.WarrantyRecordDocument;
import cn.aftercare.repair.AcceptanceRound;
import cn.aftercare.repair.RepairCase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws up the papers of a case from what is known of it. */
@Component
class CaseRecords {

    private final RecordArchive archive;
    private final TaskOrderDocument taskOrders;
    private final WarrantyRecordDocument warrantyRecords;
    private final ProjectService projects;
    private final CommitmentService commitments;
    private final Directory directory;
    private final CurrentActor actor;

    CaseRecords(
            RecordArchive archive,
            TaskOrderDocument taskOrders,
            WarrantyRecordDocument warrantyRecords,
            ProjectService projects,
            CommitmentService commitments,
            Directory directory,
            CurrentActor actor) {
        this.archive = archive;
        this.taskOrders = taskOrders;
        this.warrantyRecords = warrantyRecords;
        this.projects = projects;
        this.commitments = commitments;
        this.directory = directory;
        this.actor = actor;
    }

    /** Archives the task order 维修任务单; returns its number. */
    String taskOrder(RepairCase c) {
        Project project = projects.find(c.report().projectCode()).orElseThrow();
        List<Commitment> promises = commitments.ofCase(c.caseNo());
        String orderedBy = directory.displayName(actor.get().userId());
        return archive.archive(
                        RecordKind.TASK_ORDER,
                        c.caseNo(),
                        filing -> taskOrders.write(new TaskOrderData(
                                filing.recordNo(),
                                c.caseNo(),
                                project.name(),
                                project.code(),
                                project.ownerName(),
                                c.report().reporterName(),
                                c.report().reporterPhone(),
                                c.report().receivedAt(),
                                c.report().channel(),
                                c.report().requestedAt(),
                                c.report().location(),
                                c.report().description(),
                                c.kind(),
                                c.report().category(),
                                c.entitlement().itemEnd(),
                                c.entitlement().provisional(),
                                c.report().publicArea(),
                                c.preparation().taskNote(),
                                due(promises, CommitmentType.RESPONSE),
                                due(promises, CommitmentType.START),
                                orderedBy,
                                filing.createdAt())))
                .recordNo();
    }

    /** Archives the warranty record 工程保修记录表 with every acceptance round; returns its number. */
    String warrantyRecord(RepairCase c, List<AcceptanceRound> rounds) {
        Project project = projects.find(c.report().projectCode()).orElseThrow();
        return archive.archive(
                        RecordKind.WARRANTY_RECORD,
                        c.caseNo(),
                        filing -> warrantyRecords.write(new WarrantyRecordData(
                                filing.recordNo(),
                                c.caseNo(),
                                project.name(),
                                project.ownerName(),
                                project.team().managerName(),
                                project.acceptedOn(),
                                c.entitlement().itemEnd(),
                                c.entitlement().provisional(),
                                c.report().location() + ":" + c.report().description(),
                                rounds.stream().map(CaseRecords::round).toList(),
                                c.chargeBasis(),
                                c.ownerPays().material(),
                                c.ownerPays().labour(),
                                c.ownerPays().management(),
                                filing.createdAt())))
                .recordNo();
    }

    private static Round round(AcceptanceRound r) {
        return new Round(
                r.roundNo(),
                r.workDone(),
                r.responsible(),
                r.finishedAt(),
                r.selfCheckPassed(),
                r.selfCheckNote(),
                r.accepted(),
                r.ownerRepresentative(),
                r.decidedAt(),
                r.remarks());
    }

    private static @Nullable Deadline due(List<Commitment> promises, CommitmentType type) {
        return promises.stream()
                .filter(p -> p.type() == type && p.kind() == CommitmentKind.HARD)
                .findFirst()
                .map(p -> new Deadline(p.dueAt(), p.provisional(), p.ownerSpecified()))
                .orElse(null);
    }
}
