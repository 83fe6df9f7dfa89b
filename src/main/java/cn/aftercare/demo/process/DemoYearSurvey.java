package cn.aftercare.demo.process;

import cn.aftercare.platform.engine.VirtualTime;
import cn.aftercare.satisfaction.Questionnaire;
import cn.aftercare.satisfaction.app.YearSurveyOverview;
import cn.aftercare.survey.SurveyDraft;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.survey.app.Surveys;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The year's satisfaction survey under way: some owners have answered, one does not want to, most have to be asked. */
@Component
@Order(6)
@ConditionalOnProperty(name = "aftercare.demo-cases", havingValue = "true")
class DemoYearSurvey extends DemoScenes {

    private static final int BEGUN_DAYS_AGO = 20;

    private final YearSurveyOverview overview;
    private final Surveys surveys;

    DemoYearSurvey(DemoWalk walk, DemoPeople people, VirtualTime time, YearSurveyOverview overview, Surveys surveys) {
        super(walk, people, time);
        this.overview = overview;
        this.surveys = surveys;
    }

    @Override
    List<Consumer<Instant>> scenes() {
        return List.of(this::underWay);
    }

    private void underWay(Instant now) {
        if (!overview.all().isEmpty()) {
            return;
        }
        Instant begun = daysAgo(now, BEGUN_DAYS_AGO, 9);
        started(begun, "hq-quality", "satisfaction-survey", "unit", "hq");
        Map<String, Questionnaire> asked =
                asAdmin(() -> overview.page(day(begun).getYear(), null, null, 0, 100)).questionnaires().stream()
                        .collect(Collectors.toMap(Questionnaire::projectCode, Function.identity()));
        answered(daysAgo(now, 15, 11), asked.get("NJ-2024-003"), "100");
        answered(daysAgo(now, 12, 16), asked.get("SZ-2024-005"), "80");
        answered(daysAgo(now, 9, 10), asked.get("HQ-2024-001"), "80");
        later(daysAgo(now, 7, 14));
        people.as("nanjing-after-sales", () -> {
            surveys.declined(asked.get("NJ-2022-008").surveyNo(), "业主称刚填过集团的调查,今年不再填写");
            return null;
        });
        time.advance(now);
    }

    /** Through the link that the staff sent. */
    private void answered(Instant at, Questionnaire questionnaire, String points) {
        later(at);
        String token = people.as(questionnaire.unit() + "-after-sales", () -> surveys.newLink(questionnaire.surveyNo()))
                .token();
        Map<SurveyFactor, String> scores =
                Arrays.stream(SurveyFactor.values()).collect(Collectors.toMap(Function.identity(), f -> points));
        surveys.answeredByLink(token, new SurveyDraft(scores, null, "业主代表", null, null, null));
    }
}
