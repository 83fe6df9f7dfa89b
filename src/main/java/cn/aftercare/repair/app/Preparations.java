package cn.aftercare.repair.app;

import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.repair.Occurrence;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.persistence.RepairCaseRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the notice to the survey: task order, material, crew, first contact. */
@Service
@Transactional
public class Preparations {

    private final RepairCaseRepository repository;
    private final RepairCases cases;
    private final CaseRecords records;
    private final ProjectService projects;
    private final CommitmentService commitments;
    private final PostWarrantyNotices postWarranty;
    private final Directory directory;
    private final Story story;
    private final Clock clock;

    Preparations(
            RepairCaseRepository repository,
            RepairCases cases,
            CaseRecords records,
            ProjectService projects,
            CommitmentService commitments,
            PostWarrantyNotices postWarranty,
            Directory directory,
            Story story,
            Clock clock) {
        this.repository = repository;
        this.cases = cases;
        this.records = records;
        this.projects = projects;
        this.commitments = commitments;
        this.postWarranty = postWarranty;
        this.directory = directory;
        this.story = story;
        this.clock = clock;
    }

    /** The case is taken: the warranty item is settled and the task order drawn up and filed. */
    public RepairCase issueTaskOrder(
            String caseNo, DefectCategory category, boolean publicArea, @Nullable String note) {
        RepairCase before = cases.of(caseNo);
        repository.taskOrder(caseNo, category, publicArea, note);
        var project = projects.find(before.report().projectCode()).orElseThrow();
        repository.entitlement(
                caseNo,
                category,
                projects.judge(project, category, before.report().receivedAt()));
        String orderNo = records.taskOrder(cases.of(caseNo));
        repository.taskOrderNo(caseNo, orderNo);
        story.tell(caseNo, "下达维修任务单", orderNo);
        postWarranty.tell(cases.of(caseNo));
        return cases.of(caseNo);
    }

    /** The notice is none of ours: a duplicate, or about works that are not the company's. */
    public void refuse(String caseNo, String reason) {
        repository.closeReason(caseNo, reason);
        story.tell(caseNo, "不予受理", reason);
    }

    public void allotMaterials(String caseNo, String plan) {
        repository.materials(caseNo, plan);
        story.tell(caseNo, "安排材料", plan);
    }

    /**
     * Names the people of the job.
     *
     * @param technicianId login of the site technician
     * @param crew names from the project's roster
     * @param borrowed people borrowed from the company, or null
     * @throws InvalidInputException if the technician is not one of the unit's
     */
    public void allotCrew(String caseNo, String technicianId, List<String> crew, @Nullable String borrowed) {
        String unit = cases.of(caseNo).unit();
        var technician = directory.people(unit + "-site-technician").stream()
                .filter(p -> p.id().equals(technicianId))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("siteTechnician", "售后维修技术人员:不是本单位的售后维修技术人员"));
        if (crew.isEmpty() && borrowed == null) {
            throw new InvalidInputException("crew", "维修技工:请选择本项目技工,或填写从公司调用的人员");
        }
        String names = String.join("、", crew);
        repository.crew(caseNo, technicianId, technician.displayName(), names, borrowed);
        story.tell(
                caseNo,
                "安排人员",
                technician.displayName() + ";" + names + (borrowed == null ? "" : ";从公司调用:" + borrowed));
    }

    /**
     * The owner was reached for the first time.
     *
     * @param requestedAt the time the owner asks for, or null if none; START moves to it (业主指定)
     * @return when
     */
    public Instant contactOwner(String caseNo, Instant at, String note, @Nullable Instant requestedAt) {
        Instant received = cases.of(caseNo).report().receivedAt();
        Instant contacted = Occurrence.checked("respondedAt", "联系时间", at, "接报时间", received, clock.instant());
        if (requestedAt != null && !requestedAt.isAfter(received)) {
            throw new InvalidInputException("requestedAt", "业主要求时间:应晚于接报时间");
        }
        repository.contact(caseNo, note, requestedAt);
        story.tell(caseNo, "联系业主", note);
        commitments.replan(caseNo);
        return contacted;
    }

    /** The same for a danger: the time the owner asked for stays as it was reported. */
    public Instant answerOwner(String caseNo, Instant at, String note) {
        return contactOwner(caseNo, at, note, cases.of(caseNo).report().requestedAt());
    }

    /** A danger does not wait for anybody to issue its task order; once is enough. */
    public void issueTaskOrderAtOnce(String caseNo) {
        RepairCase c = cases.of(caseNo);
        if (c.preparation().taskOrderNo() == null) {
            issueTaskOrder(caseNo, c.report().category(), c.report().publicArea(), "险情:立即处置");
        }
    }
}
