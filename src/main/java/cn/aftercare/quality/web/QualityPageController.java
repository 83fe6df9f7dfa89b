package cn.aftercare.quality.web;

import cn.aftercare.audit.web.ShownPersonalData;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.Times;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.quality.Measure;
import cn.aftercare.quality.QualityAnswer;
import cn.aftercare.quality.QualityItem;
import cn.aftercare.quality.StepDeadline;
import cn.aftercare.quality.app.QualityItems;
import cn.aftercare.record.web.DossierPages;
import cn.aftercare.record.web.Uploads;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /quality/{itemNo}}: what was said, who does what about it until when, files, record, story. */
@Page
class QualityPageController {

    private final QualityItems items;
    private final ProjectService projects;
    private final DossierPages dossiers;
    private final Directory directory;

    QualityPageController(QualityItems items, ProjectService projects, DossierPages dossiers, Directory directory) {
        this.items = items;
        this.projects = projects;
        this.dossiers = dossiers;
        this.directory = directory;
    }

    record Reference(String number, String path) {}

    record AnswerRow(
            int round,
            String route,
            @Nullable String review,
            @Nullable String answer,
            String by,
            String at) {}

    record MeasureRow(
            int seq,
            int round,
            String kind,
            String content,
            String person,
            String dueOn,
            @Nullable String result,
            String doneAt) {}

    record StepRow(String step, String who, String due, boolean late) {}

    @GetMapping("/quality/{itemNo}")
    ModelAndView page(@PathVariable("itemNo") String itemNo) {
        return show(items.visible(itemNo), HttpStatus.OK);
    }

    @PostMapping("/quality/{itemNo}/attachments")
    ModelAndView upload(
            @PathVariable("itemNo") String itemNo,
            @RequestParam(name = "purpose", required = false) String purpose,
            @RequestParam(name = "file", required = false) List<MultipartFile> files)
            throws IOException {
        QualityItem item = items.visible(itemNo);
        return dossiers.upload(itemNo, purpose, files, "/quality/" + itemNo, status -> show(item, status));
    }

    private ModelAndView show(QualityItem item, HttpStatus status) {
        ShownPersonalData.mark("质量信息");
        String no = item.itemNo();
        ModelAndView view = new ModelAndView("quality-item", status);
        view.addObject("i", item);
        view.addObject("project", projects.find(item.projectCode()).orElseThrow());
        view.addObject("unitName", directory.unitName(item.unit()));
        view.addObject("raisedAt", Times.minute(item.raisedAt()));
        view.addObject("raisedBy", name(item.raisedBy()));
        view.addObject(
                "toldAt", item.told() == null ? "" : Times.minute(item.told().at()));
        view.addObject(
                "references",
                items.references(no).stream()
                        .map(r -> new Reference(r, path(r)))
                        .toList());
        view.addObject(
                "steps",
                items.steps(no).stream()
                        .filter(s -> s.doneAt() == null)
                        .map(this::step)
                        .toList());
        view.addObject("answers", items.answers(no).stream().map(this::answer).toList());
        view.addObject(
                "measures", items.measures(no).stream().map(this::measure).toList());
        view.addObject("verifications", items.verifications(no));
        dossiers.show(view, no, Uploads.purposes(item.state().ended()), items.story(no));
        return view;
    }

    private static String path(String reference) {
        return switch (reference.substring(0, 2)) {
            case "BX" -> "/cases/" + reference;
            case "HF" -> "/revisits/" + reference;
            default -> "/surveys/" + reference;
        };
    }

    private StepRow step(StepDeadline s) {
        return new StepRow(
                s.step().label(),
                s.person() == null ? directory.groupName(s.group()) : directory.displayName(s.person()),
                Times.deadline(s.dueAt()),
                s.overdueAt() != null);
    }

    private AnswerRow answer(QualityAnswer a) {
        return new AnswerRow(
                a.roundNo(),
                a.route().label(),
                a.reviewKind() == null ? null : a.reviewKind().label(),
                a.answer(),
                a.answeredBy() == null ? "" : name(a.answeredBy()),
                Times.minute(a.answeredAt()));
    }

    private MeasureRow measure(Measure m) {
        return new MeasureRow(
                m.seq(),
                m.roundNo(),
                m.kind().label(),
                m.content(),
                name(m.person()),
                m.dueOn().toString(),
                m.result(),
                Times.minute(m.doneAt()));
    }

    private String name(String userId) {
        return userId.equals("system") ? "系统" : directory.displayName(userId);
    }
}
