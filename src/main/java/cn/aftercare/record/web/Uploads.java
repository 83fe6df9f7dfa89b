package cn.aftercare.record.web;

import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.app.AttachmentService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What pages do with files people choose: keeps the good ones and says what is wrong with each of the others. */
@Component
public class Uploads {

    private final AttachmentService attachments;

    public Uploads(AttachmentService attachments) {
        this.attachments = attachments;
    }

    /**
     * How an upload went.
     *
     * @param kept files that are with the dossier now
     * @param wrong in Chinese, empty if all was well
     */
    public record Outcome(
            int kept,
            List<String> wrong,
            HttpStatus status,
            @Nullable String purpose) {

        /** As the fragment {@code upload :: form} shows it. */
        public void show(ModelAndView page) {
            page.addObject("uploadErrors", wrong);
            page.addObject("uploadKept", kept);
            page.addObject("uploadPurpose", purpose);
        }
    }

    /** @param number of the case or visit, which the acting person may see */
    public Outcome keep(String number, @Nullable String purpose, @Nullable List<MultipartFile> files)
            throws IOException {
        AttachmentPurpose code =
                purpose == null ? null : AttachmentPurpose.ofCode(purpose).orElse(null);
        List<MultipartFile> chosen = files == null
                ? List.of()
                : files.stream().filter(Uploads::chosen).toList();
        List<String> wrong = new ArrayList<>();
        if (code == null) {
            wrong.add("用途:请选择");
        }
        if (chosen.isEmpty()) {
            wrong.add("文件:请选择要上传的文件");
        }
        HttpStatus status = HttpStatus.BAD_REQUEST;
        int kept = 0;
        if (wrong.isEmpty()) {
            for (MultipartFile file : chosen) {
                try {
                    attachments.upload(number, code, file.getOriginalFilename(), content(file));
                    kept++;
                } catch (InvalidInputException e) {
                    wrong.add("“" + file.getOriginalFilename() + "” " + e.getMessage());
                } catch (ConflictException e) {
                    wrong.add(e.getMessage());
                    status = HttpStatus.CONFLICT;
                    break; // it holds for the others too
                }
            }
        }
        return new Outcome(kept, wrong, status, code == null ? null : code.name());
    }

    /** An untouched file field arrives as a nameless empty file. */
    private static boolean chosen(MultipartFile file) {
        return file.getSize() > 0
                || file.getOriginalFilename() != null
                        && !file.getOriginalFilename().isEmpty();
    }

    /**
     * The content of a file.
     *
     * @throws InvalidInputException by its announced size, before the content is loaded
     */
    public static byte[] content(MultipartFile file) throws IOException {
        if (file.getSize() > AttachmentService.MAX_BYTES) {
            throw new InvalidInputException("file", "文件:大小不能超过 15 MB");
        }
        return file.getBytes();
    }

    /** The purposes to choose from, by code; once the dossier has ended only a signed scan is welcome. */
    public static Map<String, String> purposes(boolean ended) {
        return purposes(p -> ended ? p == AttachmentPurpose.SIGNED_SCAN : !p.ofTraining());
    }

    /** The same for a training. */
    public static Map<String, String> purposesOfTraining(boolean ended) {
        return purposes(p -> ended ? p == AttachmentPurpose.SIGNED_SCAN : p != AttachmentPurpose.SURVEY_PAPER);
    }

    private static Map<String, String> purposes(Predicate<AttachmentPurpose> offered) {
        return Stream.of(AttachmentPurpose.values())
                .filter(offered)
                .collect(Collectors.toMap(
                        AttachmentPurpose::name, AttachmentPurpose::label, (a, b) -> a, java.util.LinkedHashMap::new));
    }
}
