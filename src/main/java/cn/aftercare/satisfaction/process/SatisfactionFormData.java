package cn.aftercare.satisfaction.process;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.form.FormContent;
import cn.aftercare.platform.form.FormContent.Option;
import cn.aftercare.platform.form.FormData;
import cn.aftercare.platform.form.FormText;
import cn.aftercare.satisfaction.ResponseRate;
import cn.aftercare.satisfaction.app.YearSurveyOverview;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The response rates on top of the forms of yearly surveys. */
@Component
class SatisfactionFormData implements FormData {

    private final YearSurveyOverview overview;
    private final Directory directory;

    SatisfactionFormData(YearSurveyOverview overview, Directory directory) {
        this.overview = overview;
        this.directory = directory;
    }

    @Override
    public boolean knows(String formId) {
        return formId.startsWith("satisfaction-");
    }

    @Override
    public FormContent content(String formId, String subject) {
        if (formId.equals("satisfaction-survey-start")) {
            return new FormContent(
                    "",
                    Map.of("unit", Actor.HQ),
                    Map.of("headquarters", List.of(new Option(Actor.HQ, directory.unitName(Actor.HQ)))));
        }
        int year = Integer.parseInt(subject.substring(subject.lastIndexOf('-') + 1));
        FormText text = new FormText().line("调查", year + "年度满意度调查");
        for (ResponseRate r : overview.rates(year)) {
            text.line(
                    directory.unitName(r.unit()),
                    "发出" + r.asked() + "份,收回" + r.answered() + "份,回收率" + r.percent() + "%");
        }
        return FormContent.summary(
                text.link("打开年度满意度调查页面", "/year-surveys?year=" + year).toString());
    }
}
