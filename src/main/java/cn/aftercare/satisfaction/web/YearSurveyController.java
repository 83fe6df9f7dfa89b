package cn.aftercare.satisfaction.web;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.PageNumber;
import cn.aftercare.platform.web.TasklistLinks;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.satisfaction.Questionnaire;
import cn.aftercare.satisfaction.ResponseRate;
import cn.aftercare.satisfaction.YearSurvey;
import cn.aftercare.satisfaction.app.YearSurveyOverview;
import cn.aftercare.satisfaction.app.YearSurveyPapers;
import cn.aftercare.survey.SurveyStatus;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /year-surveys}: how many owners have answered in a year, and who has to be asked on paper. */
@Page
class YearSurveyController {

    private static final int SIZE = 25;

    private final YearSurveyOverview overview;
    private final YearSurveyPapers papers;
    private final Directory directory;
    private final CurrentActor currentActor;

    YearSurveyController(
            YearSurveyOverview overview, YearSurveyPapers papers, Directory directory, CurrentActor currentActor) {
        this.overview = overview;
        this.papers = papers;
        this.directory = directory;
        this.currentActor = currentActor;
    }

    record Rate(String unitName, long asked, long mailed, long answered, long declined, long percent) {}

    record Row(
            String surveyNo,
            String projectCode,
            String projectName,
            String unitName,
            String status,
            String state,
            @Nullable BigDecimal total,
            String how) {}

    @GetMapping("/year-surveys")
    ModelAndView page(
            @RequestParam(name = "year", required = false) String year,
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "status", required = false) String status,
            @RequestParam(name = "page", defaultValue = "0") String page) {
        List<YearSurvey> all = overview.all();
        ModelAndView view = new ModelAndView("year-surveys");
        view.addObject("years", all.stream().map(YearSurvey::year).toList());
        YearSurvey shown = shown(all, year);
        view.addObject("survey", shown);
        if (shown != null) {
            show(view, shown, unit, status, PageNumber.of(page));
        }
        return view;
    }

    private static @Nullable YearSurvey shown(List<YearSurvey> all, @Nullable String year) {
        if (year == null || year.isBlank()) {
            return all.isEmpty() ? null : all.get(0);
        }
        return all.stream()
                .filter(s -> String.valueOf(s.year()).equals(year.strip()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("没有“" + year + "”年度的满意度调查"));
    }

    private void show(ModelAndView view, YearSurvey survey, @Nullable String unit, @Nullable String status, int page) {
        SurveyStatus wanted = Arrays.stream(SurveyStatus.values())
                .filter(s -> s.name().equals(status))
                .findFirst()
                .orElse(null);
        YearSurveyOverview.Found found = overview.page(survey.year(), unit, wanted, page, SIZE);
        Actor actor = currentActor.get();
        view.addObject("opened", Times.minute(survey.openedAt()));
        view.addObject("closes", Times.deadline(survey.closesAt()));
        view.addObject(
                "rates", overview.rates(survey.year()).stream().map(this::rate).toList());
        view.addObject("rows", found.questionnaires().stream().map(this::row).toList());
        view.addObject("history", overview.mayFollow() ? "/year-surveys/" + survey.number() + "/history" : null);
        view.addObject("files", papers.files(survey.year(), unit));
        view.addObject("total", found.total());
        view.addObject("page", page);
        view.addObject("pages", (found.total() + SIZE - 1) / SIZE);
        view.addObject("unit", unit);
        view.addObject("status", wanted == null ? null : wanted.name());
        view.addObject("statuses", SurveyStatus.values());
        view.addObject("tasklist", TasklistLinks.ofCase(survey.number()));
        view.addObject(
                "units",
                directory.units().stream().filter(u -> actor.maySee(u.code())).toList());
    }

    private Rate rate(ResponseRate r) {
        return new Rate(directory.unitName(r.unit()), r.asked(), r.mailed(), r.answered(), r.declined(), r.percent());
    }

    private Row row(Questionnaire q) {
        return new Row(
                q.surveyNo(),
                q.projectCode(),
                q.projectName(),
                directory.unitName(q.unit()),
                q.status().label(),
                q.status() == SurveyStatus.ANSWERED ? "good" : q.status() == SurveyStatus.OPEN ? "soon" : "off",
                q.total(),
                how(q));
    }

    private static String how(Questionnaire q) {
        if (q.failure() != null) {
            return "需发纸质表:" + q.failure();
        }
        if (q.sentAt() == null) {
            return q.rounds() == 0 ? "待发送" : "需发纸质表:没有业主邮箱";
        }
        return "邮件 " + Times.minute(q.sentAt()) + (q.chasedAt() == null ? "" : ",催促 " + Times.minute(q.chasedAt()));
    }
}
