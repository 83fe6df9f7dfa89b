package cn.aftercare.survey.web;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.survey.app.Surveys;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The questionnaire an owner opens on a phone, without login and outside the frame of the other pages. */
@Controller
class OwnerSurveyController {

    private final Surveys surveys;
    private final CurrentActor currentActor;

    OwnerSurveyController(Surveys surveys, CurrentActor currentActor) {
        this.surveys = surveys;
        this.currentActor = currentActor;
    }

    @GetMapping("/survey/{token}")
    ModelAndView page(@PathVariable("token") String token) {
        return form(token, SurveyForm.empty(), HttpStatus.OK);
    }

    /** Thanks without another address: a link that worked once has no page to come back to. */
    @PostMapping("/survey/{token}")
    ModelAndView answer(@PathVariable("token") String token, @RequestParam Map<String, String> fields) {
        try {
            surveys.answeredByLink(token, SurveyForm.draft(fields));
            return quiet(HttpStatus.OK, "感谢您的评价", "您的评价已提交。我们会认真对待每一条意见,继续改进服务。");
        } catch (InvalidInputException e) {
            return form(token, SurveyForm.refused(fields, e), HttpStatus.BAD_REQUEST);
        }
    }

    @ExceptionHandler(NotFoundException.class)
    ModelAndView notWorking(NotFoundException thrown) {
        return quiet(HttpStatus.NOT_FOUND, "链接不可用", thrown.getMessage() + "如需填写或更改,请联系为您服务的工作人员。");
    }

    @ExceptionHandler(NotPermittedException.class)
    ModelAndView staff(NotPermittedException thrown) {
        return quiet(HttpStatus.FORBIDDEN, "不能提交", thrown.getMessage());
    }

    /** The firewall looks at parameters only when somebody asks for them. */
    @ExceptionHandler(RequestRejectedException.class)
    ModelAndView notStorable(RequestRejectedException thrown) {
        return quiet(HttpStatus.BAD_REQUEST, "不能提交", "填写的内容含有不允许的字符,请返回修改");
    }

    private ModelAndView form(String token, SurveyForm form, HttpStatus status) {
        ModelAndView page = new ModelAndView("survey-owner", status);
        page.addObject("asked", surveys.asked(token));
        page.addObject("form", form);
        page.addObject("staff", !currentActor.get().equals(Actor.system()));
        return page;
    }

    private static ModelAndView quiet(HttpStatus status, String title, String text) {
        ModelAndView page = new ModelAndView("survey-quiet", status);
        page.addObject("title", title);
        page.addObject("text", text);
        return page;
    }
}
