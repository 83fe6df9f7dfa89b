package cn.aftercare.repair.web;

import cn.aftercare.agreement.Quote;
import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentStatus;
import cn.aftercare.commitment.CommitmentStep;
import cn.aftercare.commitment.EscalationLevel;
import cn.aftercare.commitment.PauseRecord;
import cn.aftercare.platform.web.Phones;
import cn.aftercare.platform.web.Times;
import cn.aftercare.project.Project;
import cn.aftercare.project.TeamMember;
import cn.aftercare.record.Attachment;
import cn.aftercare.record.AttachmentType;
import cn.aftercare.record.RecordEntry;
import cn.aftercare.repair.AcceptanceRound;
import cn.aftercare.repair.Finding;
import cn.aftercare.repair.OwnerPays;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.story.StoryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One case as its page shows it: everything as text, empty parts left out. */
record CasePage(
        String caseNo,
        String projectCode,
        String projectName,
        String location,
        String category,
        String description,
        String stage,
        boolean ended,
        String kind,
        boolean danger,
        String severity,
        List<Fact> report,
        List<Fact> warranty,
        List<Fact> people,
        List<Fact> work,
        List<Fact> closing,
        List<Promise> promises,
        List<Stop> stops,
        List<Found> findings,
        List<Offer> quotes,
        List<Round> rounds,
        List<Photo> photos,
        List<File> files,
        List<Paper> records,
        List<Event> story) {

    /**
     * @param phone makes the value a link to call, or null
     * @param note a remark behind the value, or null
     */
    record Fact(
            String label,
            String value,
            @Nullable String phone,
            @Nullable String note) {}

    record Promise(
            String name,
            boolean hard,
            String anchor,
            String due,
            boolean provisional,
            boolean ownerSpecified,
            String status,
            String state,
            String rest,
            String metAt,
            List<Step> steps) {}

    record Step(String level, String due, String fired, String to) {}

    record Stop(String reason, String note, String from, String by, String to, String resumedBy, String length) {}

    record Found(String at, String by, String role, List<String> conclusion, String evidence) {}

    record Offer(
            int version,
            String kind,
            String material,
            String labour,
            String management,
            String total,
            String details,
            String outcome) {}

    record Round(int no, String work, String finished, String selfCheck, String outcome, String remarks) {}

    record Photo(String url, String thumbnail, String name, String caption) {}

    record File(String url, String name, String purpose, String caption) {}

    record Paper(String url, String name, String at) {}

    record Event(
            String at, String by, String title, @Nullable String detail) {}

    /** Everything the page is made of, as the rooms keep it. */
    record Sources(
            RepairCase repairCase,
            Project project,
            @Nullable String siteTechnician,
            List<Commitment> commitments,
            java.util.Map<Long, List<CommitmentStep>> steps,
            java.util.Map<Long, List<CommitmentStep>> upcoming,
            List<PauseRecord> pauses,
            List<Finding> findings,
            List<Quote> quotes,
            List<AcceptanceRound> rounds,
            List<Attachment> attachments,
            List<RecordEntry> records,
            List<StoryEvent> story,
            Names names,
            Instant now) {}

    /** Names of logins and groups. */
    interface Names {
        String person(String id);

        String groupOrPerson(String id);
    }

    static CasePage of(Sources s) {
        RepairCase c = s.repairCase();
        return new CasePage(
                c.caseNo(),
                s.project().code(),
                s.project().name(),
                c.report().location(),
                c.report().category().label(),
                c.report().description(),
                c.stage().label(),
                c.stage().ended(),
                c.kind().label(),
                c.kind() != CaseKind.ORDINARY,
                c.severity().label(),
                report(s),
                warranty(c),
                people(s),
                work(c),
                closing(c),
                s.commitments().stream().map(p -> promise(p, s)).toList(),
                s.pauses().stream().map(p -> stop(p, s)).toList(),
                s.findings().stream().map(f -> found(f, s)).toList(),
                s.quotes().stream().map(CasePage::offer).toList(),
                s.rounds().stream().map(CasePage::round).toList(),
                s.attachments().stream()
                        .filter(CasePage::shownAsPicture)
                        .map(a -> photo(a, s))
                        .toList(),
                s.attachments().stream()
                        .filter(a -> !shownAsPicture(a))
                        .map(a -> file(a, s))
                        .toList(),
                s.records().stream()
                        .map(r -> new Paper(
                                "/api/records/" + r.recordNo() + ".docx",
                                r.kind().label() + " " + r.recordNo(),
                                Times.minute(r.createdAt())))
                        .toList(),
                s.story().stream()
                        .map(e -> new Event(
                                Times.minute(e.at()), s.names().person(e.actor()), e.title(), blankToNull(e.detail())))
                        .toList());
    }

    private static List<Fact> report(Sources s) {
        RepairCase c = s.repairCase();
        Facts facts = new Facts();
        facts.add("业主", s.project().ownerName());
        facts.call("报修人", c.report().reporterName(), c.report().reporterPhone());
        if (!s.project().ownerPhone().equals(c.report().reporterPhone())) {
            facts.call("业主联系人", s.project().ownerContact(), s.project().ownerPhone());
        }
        facts.add("工程地点", s.project().address());
        facts.add("报修渠道", c.report().channel().label());
        facts.add("接报时间", Times.minute(c.report().receivedAt()));
        facts.add(
                "登记时间",
                Times.minute(c.recordedAt()),
                s.names().person(c.recordedBy())
                        + (c.report().lateEntryReason() == null
                                ? ""
                                : ";补录原因:" + c.report().lateEntryReason()));
        facts.add("业主要求时间", Times.minute(c.report().requestedAt()));
        facts.add("涉及公共区域", c.report().publicArea() ? "是" : "否");
        return facts.list;
    }

    private static List<Fact> warranty(RepairCase c) {
        Facts facts = new Facts();
        facts.add("保修项目", c.causeCategory().label());
        if (c.entitlement().itemEnd() == null) {
            facts.add("保修截止", "该工程没有这一保修项目");
        } else {
            facts.add(
                    "保修截止",
                    c.entitlement().itemEnd().toString(),
                    c.entitlement().provisional() ? "暂定" : null);
        }
        facts.add("接报时", c.entitlement().insidePeriod() ? "保修期内" : "已过保修期");
        if (c.ourScope() != null) {
            facts.add("施工范围", c.ourScope() ? "属我司施工范围" : "不属我司施工范围");
        }
        facts.add("责任原因", c.ourCause() == null ? null : c.ourCause().label());
        facts.add("收费方式", c.chargeBasis() == null ? "尚未确定" : c.chargeBasis().label());
        OwnerPays pays = c.ownerPays();
        facts.add(
                "业主应付",
                pays.total() + " 元",
                pays.total().signum() == 0
                        ? null
                        : "材料 " + pays.material() + ",人工 " + pays.labour() + ",管理 " + pays.management());
        return facts.list;
    }

    private static List<Fact> people(Sources s) {
        RepairCase c = s.repairCase();
        Facts facts = new Facts();
        facts.add(
                "维保经理",
                s.project().team().managerName(),
                s.project().team().substituteReason() == null
                        ? null
                        : "代替原项目经理:" + s.project().team().substituteReason());
        facts.add("专业工程师", s.project().team().engineerName());
        facts.add(
                "现场技术人员",
                s.siteTechnician() != null
                        ? s.siteTechnician()
                        : c.preparation().siteTechnicianId() == null
                                ? null
                                : s.names().person(c.preparation().siteTechnicianId()));
        facts.add("施工人员", c.preparation().crew());
        for (TeamMember member : s.project().team().technicians()) {
            if (member.phone() != null
                    && c.preparation().crew() != null
                    && List.of(c.preparation().crew().split("[、,,;; ]+")).contains(member.name())) {
                facts.call(member.name(), member.phone(), member.phone());
            }
        }
        facts.add("借调人员", c.preparation().borrowedCrew());
        return facts.list;
    }

    private static List<Fact> work(RepairCase c) {
        Facts facts = new Facts();
        facts.add("任务要求", c.preparation().taskNote());
        facts.add("首次联系", c.preparation().contactNote());
        facts.add("材料安排", c.preparation().materials());
        facts.add("维修方法", c.plan().method());
        facts.add(
                "维修计划",
                c.plan().text(),
                c.plan().informed() == null ? null : "已告知 " + c.plan().informed());
        facts.add("计划启动", Times.minute(c.plan().plannedStartAt()));
        facts.add("约定上门", Times.minute(c.plan().appointmentAt()));
        facts.add("当天不能解决", c.blocker() == null ? null : c.blocker().label(), c.blockerNote());
        return facts.list;
    }

    private static List<Fact> closing(RepairCase c) {
        Facts facts = new Facts();
        facts.add(
                "业主满意度",
                c.closing().satisfaction() == null
                        ? null
                        : c.closing().satisfaction().label());
        facts.add("业主意见", c.closing().opinion());
        facts.add("日常维护指导", c.closing().guidance());
        facts.add("签字纸质件", c.closing().recordPlace());
        facts.add("结案时间", Times.minute(c.closing().closedAt()));
        facts.add("结案说明", c.closing().reason());
        return facts.list;
    }

    private static Promise promise(Commitment p, Sources s) {
        CommitmentStatus status = p.statusAt(s.now());
        List<Step> steps = new ArrayList<>();
        for (CommitmentStep step : s.steps().getOrDefault(p.id(), List.of())) {
            steps.add(step(step, s));
        }
        for (CommitmentStep step : s.upcoming().getOrDefault(p.id(), List.of())) {
            steps.add(step(step, s));
        }
        Due due = Due.of(p, s.now());
        boolean open = status.open() && !s.repairCase().stage().ended();
        return new Promise(
                p.type().label(),
                p.kind() == CommitmentKind.HARD,
                Times.minute(p.anchorAt()),
                due.at(),
                p.provisional(),
                p.ownerSpecified(),
                status.label(),
                state(status, p.kind()),
                open ? due.rest() : "",
                Times.minute(p.metAt()),
                steps);
    }

    private static String state(CommitmentStatus status, CommitmentKind kind) {
        return switch (status) {
            case RUNNING -> "calm";
            case PAUSED -> "paused";
            case MET -> "good";
            case MET_LATE, BREACHED -> kind == CommitmentKind.HARD ? "late" : "soon";
            case CANCELLED -> "off";
        };
    }

    private static Step step(CommitmentStep step, Sources s) {
        String named = s.project().team().managerName();
        String to = step.firedAt() == null && step.level() == EscalationLevel.MANAGER && named != null
                ? named
                : step.to().stream().map(s.names()::groupOrPerson).collect(Collectors.joining("、"));
        return new Step(step.level().label(), Times.deadline(step.dueAt()), Times.minute(step.firedAt()), to);
    }

    private static Stop stop(PauseRecord p, Sources s) {
        Instant end = p.to() == null ? s.now() : p.to();
        return new Stop(
                p.reason().label(),
                p.note(),
                Times.minute(p.from()),
                s.names().person(p.pausedBy()),
                Times.minute(p.to()),
                p.resumedBy() == null ? "" : s.names().person(p.resumedBy()),
                Times.length(java.time.Duration.between(p.from(), end)));
    }

    private static Found found(Finding f, Sources s) {
        Finding.Conclusion c = f.conclusion();
        List<String> conclusion = new ArrayList<>(List.of(
                c.ourScope() ? "属我司施工范围" : "不属我司施工范围",
                c.ourCause().label(),
                c.severity().label(),
                "保修项目:" + c.causeCategory().label()));
        if (c.emergency()) {
            conclusion.add("紧急险情");
        }
        if (c.structural()) {
            conclusion.add("涉及结构安全");
        }
        return new Found(
                Times.minute(f.foundAt()),
                s.names().person(f.foundBy()),
                f.role().label(),
                conclusion,
                f.evidence());
    }

    private static Offer offer(Quote q) {
        String outcome = q.outcome() == null
                ? "等待业主答复"
                : q.outcome().label() + " " + Times.minute(q.outcomeAt())
                        + (q.outcomeNote() == null ? "" : " " + q.outcomeNote());
        return new Offer(
                q.version(),
                q.kind().label(),
                q.amounts().material().toPlainString(),
                q.amounts().labour().toPlainString(),
                q.amounts().management().toPlainString(),
                q.amounts().total().toPlainString(),
                q.details(),
                outcome);
    }

    private static Round round(AcceptanceRound r) {
        return new Round(
                r.roundNo(),
                text(r.workDone()),
                joined(Times.minute(r.finishedAt()), r.responsible()),
                r.selfCheckPassed() == null ? "" : joined(r.selfCheckPassed() ? "自检合格" : "自检不合格", r.selfCheckNote()),
                r.accepted() == null
                        ? ""
                        : joined(
                                r.accepted() ? "验收通过" : "验收未通过,返工",
                                r.ownerRepresentative(),
                                Times.minute(r.decidedAt())),
                text(r.remarks()));
    }

    /** HEIC is what iPhones keep; browsers elsewhere cannot show it. */
    private static boolean shownAsPicture(Attachment a) {
        return Set.of(AttachmentType.JPEG, AttachmentType.PNG, AttachmentType.WEBP)
                .contains(a.type());
    }

    private static Photo photo(Attachment a, Sources s) {
        String url = "/api/attachments/" + a.id();
        return new Photo(url, url, a.fileName(), a.purpose().label() + " · " + caption(a, s));
    }

    private static File file(Attachment a, Sources s) {
        return new File("/api/attachments/" + a.id(), a.fileName(), a.purpose().label(), caption(a, s));
    }

    private static String caption(Attachment a, Sources s) {
        long kilobytes = Math.max(1, a.sizeBytes() / 1024);
        String size = kilobytes < 1024 ? kilobytes + " KB" : String.format(Locale.ROOT, "%.1f MB", kilobytes / 1024.0);
        return s.names().person(a.uploadedBy()) + " · " + Times.minute(a.uploadedAt()) + " · " + size;
    }

    private static String joined(@Nullable String... parts) {
        return java.util.Arrays.stream(parts)
                .filter(p -> p != null && !p.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    /** Facts that are known. */
    static final class Facts {

        final List<Fact> list = new ArrayList<>();

        void add(String label, @Nullable String value) {
            add(label, value, null);
        }

        void add(String label, @Nullable String value, @Nullable String note) {
            if (value != null && !value.isBlank()) {
                list.add(new Fact(label, value, null, blankToNull(note)));
            }
        }

        void call(String label, String name, String phone) {
            list.add(new Fact(label, name, Phones.dial(phone), name.equals(phone) ? null : phone));
        }
    }
}
