package cn.aftercare.quality.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.quality.DefectKind;
import cn.aftercare.quality.DefectPart;
import cn.aftercare.quality.QualityDraft;
import cn.aftercare.quality.QualitySignals;
import cn.aftercare.quality.QualitySource;
import cn.aftercare.quality.RepeatedDefects;
import cn.aftercare.quality.RepeatedDefects.Reported;
import cn.aftercare.quality.persistence.QualityItemRepository;
import cn.aftercare.quality.persistence.ReportedDefectsRepository;
import cn.aftercare.repair.CaseReported;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.Report;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Cases that become quality information by themselves: complaints, and defects that come again and again. */
@Component
class CaseSignals {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final QualityItems items;
    private final QualityItemRepository repository;
    private final ReportedDefectsRepository defects;
    private final QualitySignals signals;
    private final QualityStory story;

    CaseSignals(
            QualityItems items,
            QualityItemRepository repository,
            ReportedDefectsRepository defects,
            QualitySignals signals,
            QualityStory story) {
        this.items = items;
        this.repository = repository;
        this.defects = defects;
        this.signals = signals;
        this.story = story;
    }

    @EventListener
    void on(CaseReported event) {
        if (event.report().channel() == Channel.COMPLAINT) {
            complaint(event);
        }
        repeated(event);
    }

    private void complaint(CaseReported event) {
        Report report = event.report();
        items.raise(
                new QualityDraft(
                        report.projectCode(),
                        event.unit(),
                        QualitySource.COMPLAINT,
                        null,
                        "CASE:" + event.caseNo(),
                        "投诉报修:" + report.location() + "," + report.description(),
                        true,
                        report.reporterName(),
                        report.reporterPhone(),
                        null,
                        List.of(event.caseNo())),
                event.recordedBy());
    }

    /** While an item about the kind is open, further cases are put behind it; once closed, only new ones count. */
    private void repeated(CaseReported event) {
        Report report = event.report();
        String kind = DefectKind.of(report.category(), report.location());
        defects.lock(kind);
        defects.add(event.caseNo(), kind, report.receivedAt());
        Optional<String> open = repository.openAbout(kind);
        if (open.isPresent()) {
            repository.refer(open.get(), event.caseNo());
            story.tell(open.get(), "又有同类缺陷", event.caseNo());
            return;
        }
        QualitySignals.Repetition rule = signals.repetition();
        List<Reported> sameKind = defects.uncounted(
                kind, months(report.receivedAt(), -rule.months()), months(report.receivedAt(), rule.months()));
        List<Reported> together = RepeatedDefects.together(sameKind, event.caseNo(), rule.cases(), rule.months());
        if (!together.isEmpty()) {
            raise(event, kind, together, rule);
        }
    }

    private void raise(CaseReported event, String kind, List<Reported> together, QualitySignals.Repetition rule) {
        boolean oneUnit = together.stream().map(Reported::unit).distinct().count() == 1;
        List<String> cases = together.stream().map(Reported::caseNo).toList();
        items.raise(
                new QualityDraft(
                        event.report().projectCode(),
                        oneUnit ? event.unit() : Actor.HQ,
                        QualitySource.REPAIR,
                        null,
                        "REPEATED:" + event.caseNo(),
                        "同类缺陷重复发生:" + event.report().category().label() + "“"
                                + DefectPart.of(event.report().location()) + "”" + rule.months() + "个月内"
                                + cases.size() + "件,"
                                + together.stream()
                                        .map(Reported::projectCode)
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining("、", "工程 ", "")),
                        false,
                        null,
                        null,
                        kind,
                        cases),
                Actor.system().userId());
    }

    private static Instant months(Instant at, int months) {
        return at.atZone(ZONE).plusMonths(months).toInstant();
    }
}
