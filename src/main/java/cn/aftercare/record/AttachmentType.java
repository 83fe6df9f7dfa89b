package cn.aftercare.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The file types a case accepts, told by their first bytes; the name's extension has to agree. */
public enum AttachmentType {
    JPEG("image/jpeg", "jpg", "jpeg") {
        @Override
        boolean startsLike(byte[] content) {
            return has(content, 0, 0xFF, 0xD8, 0xFF);
        }
    },
    PNG("image/png", "png") {
        @Override
        boolean startsLike(byte[] content) {
            return has(content, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
        }
    },
    WEBP("image/webp", "webp") {
        @Override
        boolean startsLike(byte[] content) {
            return has(content, 0, 'R', 'I', 'F', 'F') && has(content, 8, 'W', 'E', 'B', 'P');
        }
    },
    HEIC("image/heic", "heic", "heif") {
        @Override
        boolean startsLike(byte[] content) {
            return has(content, 4, 'f', 't', 'y', 'p') && heicBrand(content);
        }
    },
    PDF("application/pdf", "pdf") {
        @Override
        boolean startsLike(byte[] content) {
            return has(content, 0, '%', 'P', 'D', 'F', '-');
        }
    };

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
    private static final int MAX_BRANDS = 32;

    private final String mediaType;
    private final Set<String> extensions;

    AttachmentType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = Set.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    abstract boolean startsLike(byte[] content);

    /** Whether every browser shows it as a picture; a HEIC only some do. */
    public boolean shownByBrowsers() {
        return this == JPEG || this == PNG || this == WEBP;
    }

    /** Whether the name ends as files of this type do. */
    public boolean hasExtension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot >= 0 && extensions.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** The type the content itself shows, empty for anything not accepted. */
    public static Optional<AttachmentType> ofContent(byte[] content) {
        return Arrays.stream(values()).filter(t -> t.startsLike(content)).findFirst();
    }

    public static Optional<AttachmentType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(t -> t.mediaType.equals(mediaType))
                .findFirst();
    }

    private static boolean has(byte[] content, int from, int... expected) {
        if (content.length < from + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((content[from + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The generic brands mif1 and msf1 are shared with AVIF, so the list of compatible brands decides. */
    private static boolean heicBrand(byte[] content) {
        long box = ((content[0] & 0xFFL) << 24)
                | ((content[1] & 0xFFL) << 16)
                | ((content[2] & 0xFFL) << 8)
                | (content[3] & 0xFFL);
        int end = (int) Math.min(Math.min(box, content.length), 16 + 4L * MAX_BRANDS);
        String major = brand(content, 8, end);
        if (HEIC_BRANDS.contains(major)) {
            return true;
        }
        if (!major.equals("mif1") && !major.equals("msf1")) {
            return false;
        }
        for (int at = 16; at + 4 <= end; at += 4) {
            if (HEIC_BRANDS.contains(brand(content, at, end))) {
                return true;
            }
        }
        return false;
    }

    private static String brand(byte[] content, int at, int end) {
        return at + 4 <= end ? new String(content, at, 4, StandardCharsets.US_ASCII) : "";
    }
}
