package cn.aftercare.record;

import java.util.Arrays;
import java.util.Optional;

/** Why a file is kept with a case. */
public enum AttachmentPurpose {
    PHOTO("现场照片"),
    /** The signed paper; it often comes back after the case is closed. */
    SIGNED_SCAN("签字扫描件"),
    /** The owner's questionnaire on paper; whoever types it in must show it. */
    SURVEY_PAPER("调查表原件"),
    /** Both are handed to the owner at a training. */
    MANUAL("操作和维修保养手册"),
    HANDOUT("培训大纲和讲义"),
    OTHER("其他");

    private final String label;

    AttachmentPurpose(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether only a training has such files. */
    public boolean ofTraining() {
        return this == MANUAL || this == HANDOUT;
    }

    public static Optional<AttachmentPurpose> ofCode(String code) {
        return Arrays.stream(values()).filter(p -> p.name().equals(code)).findFirst();
    }
}
