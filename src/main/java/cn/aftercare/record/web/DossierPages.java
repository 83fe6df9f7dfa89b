package cn.aftercare.record.web;

import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.StoryView;
import cn.aftercare.platform.web.TasklistLinks;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.story.StoryEvent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of visits, checks and the like have in common: records, files, story, and taking files in. */
@Component
public class DossierPages {

    private final Uploads uploads;
    private final AttachmentService attachments;
    private final RecordArchive records;
    private final Directory directory;

    DossierPages(Uploads uploads, AttachmentService attachments, RecordArchive records, Directory directory) {
        this.uploads = uploads;
        this.attachments = attachments;
        this.records = records;
        this.directory = directory;
    }

    /** As the fragments of {@code dossier.html} show it; whether the dossier may be seen was checked before. */
    public void show(ModelAndView page, String number, Map<String, String> purposes, List<StoryEvent> story) {
        page.addObject("files", attachments.ofCase(number));
        page.addObject("purposes", purposes);
        page.addObject("records", records.ofCase(number));
        page.addObject("story", StoryView.of(story, directory));
        page.addObject("tasklist", TasklistLinks.ofCase(number));
    }

    /**
     * Keeps the chosen files and goes back to the page, or shows it again with what was wrong.
     *
     * @param path of the page
     * @param show the page with this status
     */
    public ModelAndView upload(
            String number,
            @Nullable String purpose,
            @Nullable List<MultipartFile> files,
            String path,
            Function<HttpStatus, ModelAndView> show)
            throws IOException {
        Uploads.Outcome outcome = uploads.keep(number, purpose, files);
        if (outcome.wrong().isEmpty()) {
            return new ModelAndView("redirect:" + path + "#files");
        }
        ModelAndView page = show.apply(outcome.status());
        outcome.show(page);
        return page;
    }
}
