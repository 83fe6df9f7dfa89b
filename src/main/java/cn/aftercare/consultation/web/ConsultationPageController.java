package cn.aftercare.consultation.web;

import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.consultation.Consultation;
import cn.aftercare.consultation.app.Consultations;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.Phones;
import cn.aftercare.platform.web.StoryView;
import cn.aftercare.platform.web.TasklistLinks;
import cn.aftercare.platform.web.Times;
import cn.aftercare.project.app.ProjectService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /consultations/ZX-…}: question, answer, and what became of it. */
@Page
class ConsultationPageController {

    private final Consultations consultations;
    private final ProjectService projects;
    private final Directory directory;
    private final Clock clock;

    ConsultationPageController(Consultations consultations, ProjectService projects, Directory directory, Clock clock) {
        this.consultations = consultations;
        this.projects = projects;
        this.directory = directory;
        this.clock = clock;
    }

    @PersonalData("技术咨询")
    @GetMapping("/consultations/{number}")
    ModelAndView page(@PathVariable("number") String number) {
        Consultation c = consultations.visible(number);
        ModelAndView view = new ModelAndView("consultation");
        view.addObject("c", c);
        view.addObject("project", projects.find(c.question().projectCode()).orElseThrow());
        view.addObject("unitName", directory.unitName(c.unit()));
        view.addObject("received", Times.minute(c.question().receivedAt()));
        view.addObject("due", Times.deadline(c.dueAt()));
        view.addObject("late", c.lateAt(clock.instant()));
        view.addObject("dial", Phones.dial(c.question().askerPhone()));
        view.addObject("story", story(c));
        view.addObject("tasklist", TasklistLinks.ofCase(c.number()));
        return view;
    }

    private List<StoryView> story(Consultation c) {
        List<StoryView> story = new ArrayList<>();
        String late = c.question().lateEntryReason();
        story.add(StoryView.of(c.recordedAt(), c.recordedBy(), "登记咨询", late == null ? null : "补录:" + late, directory));
        if (c.remindedAt() != null) {
            story.add(StoryView.of(c.remindedAt(), "system", "提醒解答", null, directory));
        }
        if (c.answer() != null) {
            story.add(StoryView.of(
                    c.answer().at(),
                    c.answer().by(),
                    c.answer().defect() == null ? "解答咨询" : "转为报修",
                    c.caseNo(),
                    directory));
        }
        if (c.telling() != null) {
            story.add(StoryView.of(
                    c.telling().at(),
                    c.telling().by(),
                    "告知咨询人",
                    c.telling().how()
                            + (c.telling().note() == null
                                    ? ""
                                    : ":" + c.telling().note()),
                    directory));
        }
        return story;
    }
}
