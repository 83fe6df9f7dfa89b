package cn.aftercare.quality.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.quality.QualityDraft;
import cn.aftercare.quality.QualitySignals;
import cn.aftercare.quality.QualitySource;
import cn.aftercare.survey.Survey;
import cn.aftercare.survey.SurveyAnswered;
import cn.aftercare.survey.SurveyAnswers;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.survey.SurveyReply;
import cn.aftercare.survey.app.Surveys;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Surveys that become quality information by themselves: a low total, a poor factor, remarks. */
@Component
class SurveySignals {

    private final QualityItems items;
    private final Surveys surveys;
    private final QualitySignals signals;

    SurveySignals(QualityItems items, Surveys surveys, QualitySignals signals) {
        this.items = items;
        this.surveys = surveys;
        this.signals = signals;
    }

    @EventListener
    void on(SurveyAnswered event) {
        Survey survey = surveys.find(event.surveyNo()).orElseThrow();
        SurveyReply reply = survey.answered().reply();
        List<String> said = said(reply);
        if (said.isEmpty()) {
            return;
        }
        String dossier = survey.dossierNo();
        items.raise(
                new QualityDraft(
                        survey.projectCode(),
                        survey.unit(),
                        dossier == null ? QualitySource.QUESTIONNAIRE : QualitySource.VISIT,
                        null,
                        "SURVEY:" + survey.surveyNo(),
                        String.join(";", said),
                        true,
                        reply.filledBy(),
                        reply.phone(),
                        null,
                        dossier == null ? List.of(survey.surveyNo()) : List.of(survey.surveyNo(), dossier)),
                Actor.system().userId());
    }

    private List<String> said(SurveyReply reply) {
        SurveyAnswers answers = reply.answers();
        List<String> said = new ArrayList<>();
        if (answers.total().compareTo(BigDecimal.valueOf(signals.lowestTotal())) < 0) {
            said.add("满意度合计" + answers.total() + "分,低于" + signals.lowestTotal() + "分");
        }
        String poor = Arrays.stream(SurveyFactor.values())
                .filter(f -> answers.score(f).points() <= signals.poorFactor())
                .map(f -> f.label() + answers.score(f).points() + "分")
                .collect(Collectors.joining("、"));
        if (!poor.isEmpty()) {
            said.add(poor);
        }
        if (reply.remarks() != null && !reply.remarks().isBlank()) {
            said.add("业主说明:" + reply.remarks());
        }
        return said;
    }
}
