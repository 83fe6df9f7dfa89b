package cn.aftercare.history.app;

import cn.aftercare.consultation.app.Consultations;
import cn.aftercare.handover.Handover;
import cn.aftercare.handover.app.Handovers;
import cn.aftercare.inspection.app.MonthlyReports;
import cn.aftercare.inspection.app.SpotChecks;
import cn.aftercare.inspection.app.SpotDraws;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.quality.app.QualityItems;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.revisit.app.Visits;
import cn.aftercare.satisfaction.YearSurvey;
import cn.aftercare.satisfaction.app.YearSurveyOverview;
import cn.aftercare.training.app.Trainings;
import java.util.List;
import org.springframework.stereotype.Component;

/** What has a history, and who may see it: whoever may see the thing itself. */
@Component
class HistoryKinds {

    private final List<HistoryKind> kinds;

    HistoryKinds(
            RepairCases cases,
            Visits visits,
            SpotChecks checks,
            SpotDraws draws,
            MonthlyReports reports,
            QualityItems items,
            Trainings trainings,
            Consultations consultations,
            Handovers handovers,
            YearSurveyOverview years) {
        kinds = List.of(
                HistoryKind.of(
                        "cases", "", "cases", "案件", no -> cases.visible(no).caseNo()),
                HistoryKind.of(
                        "revisits",
                        "",
                        "revisits",
                        "回访",
                        no -> visits.visible(no).visitNo()),
                HistoryKind.of(
                        "inspections",
                        "CC-",
                        "inspections",
                        "抽查",
                        no -> checks.visible(no).checkNo()),
                HistoryKind.of(
                        "inspections",
                        "CCPC-",
                        "inspections",
                        "批次",
                        no -> draws.visible(no).drawNo()),
                HistoryKind.of(
                        "inspections",
                        "ZGBS-",
                        "inspections",
                        "整改情况",
                        no -> reports.visible(no).reportNo()),
                HistoryKind.of(
                        "quality",
                        "",
                        "quality",
                        "质量信息",
                        no -> items.visible(no).itemNo()),
                HistoryKind.of(
                        "training",
                        "PX-",
                        "projects",
                        "培训",
                        no -> trainings.visible(no).number()),
                HistoryKind.of(
                        "consultations",
                        "",
                        "cases",
                        "咨询",
                        no -> consultations.visible(no).number()),
                new HistoryKind("handovers", "", "projects", "工程", no -> {
                    Handover handover = handovers.visible(no);
                    return new HistoryKind.Subject(handover.number(), "/projects/" + handover.projectCode());
                }),
                new HistoryKind("year-surveys", "", "surveys", "年度调查", no -> {
                    YearSurvey survey = years.handled(no);
                    return new HistoryKind.Subject(survey.number(), "/year-surveys?year=" + survey.year());
                }));
    }

    /** @throws NotFoundException when nothing of that path has such numbers */
    HistoryKind of(String path, String number) {
        return kinds.stream()
                .filter(kind -> kind.covers(path, number))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("没有 " + number));
    }
}
