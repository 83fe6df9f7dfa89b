package cn.aftercare.revisit.years;

import cn.aftercare.revisit.years.Visitors.Visiting;
import cn.aftercare.survey.SurveyDraft;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.survey.app.Surveys;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;

/** The owners, who answer the questionnaire through the link they are sent, six of ten of them. */
@TestComponent
class Owners {

    private static final List<String> POINTS = List.of("100", "80", "80", "60");

    private final Surveys surveys;
    private final Staff staff;

    Owners(Surveys surveys, Staff staff) {
        this.surveys = surveys;
        this.staff = staff;
    }

    /** @return false: the owner does not want to */
    boolean answer(Visiting visit, Random random) {
        if (random.nextInt(10) < 4) {
            return false;
        }
        String survey = surveys.ofDossier(visit.visitNo()).orElseThrow().surveyNo();
        String token =
                staff.as(visit.unit() + "-pmd", () -> surveys.newLink(survey)).token();
        surveys.answeredByLink(
                token,
                new SurveyDraft(
                        Arrays.stream(SurveyFactor.values())
                                .collect(Collectors.toMap(f -> f, f -> POINTS.get(random.nextInt(POINTS.size())))),
                        null,
                        "周敏",
                        "13800000000",
                        null,
                        null));
        return true;
    }
}
