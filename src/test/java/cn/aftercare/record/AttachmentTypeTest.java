package cn.aftercare.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AttachmentTypeTest {

    @Test
    void theFirstBytesTellTheType() {
        assertThat(AttachmentType.ofContent(SampleFiles.jpeg("a"))).contains(AttachmentType.JPEG);
        assertThat(AttachmentType.ofContent(SampleFiles.png("a"))).contains(AttachmentType.PNG);
        assertThat(AttachmentType.ofContent(SampleFiles.webp())).contains(AttachmentType.WEBP);
        assertThat(AttachmentType.ofContent(SampleFiles.heic())).contains(AttachmentType.HEIC);
        assertThat(AttachmentType.ofContent(SampleFiles.genericHeic())).contains(AttachmentType.HEIC);
        assertThat(AttachmentType.ofContent(SampleFiles.pdf())).contains(AttachmentType.PDF);
        assertThat(AttachmentType.ofContent(SampleFiles.avif())).isEmpty();
        assertThat(AttachmentType.ofContent(SampleFiles.html())).isEmpty();
        assertThat(AttachmentType.ofContent(new byte[0])).isEmpty();
    }

    @Test
    void aFileCutShortIsNoFile() {
        for (byte[] whole : new byte[][] {
            SampleFiles.png(""), Arrays.copyOf(SampleFiles.webp(), 12), Arrays.copyOf(SampleFiles.heic(), 12)
        }) {
            for (int length = 0; length < whole.length; length++) {
                assertThat(AttachmentType.ofContent(Arrays.copyOf(whole, length)))
                        .isEmpty();
            }
        }
    }

    @Test
    void theExtensionBelongsToTheType() {
        assertThat(AttachmentType.JPEG.hasExtension("a.JPEG")).isTrue();
        assertThat(AttachmentType.JPEG.hasExtension("a.png")).isFalse();
        assertThat(AttachmentType.PDF.hasExtension("a.pdf.html")).isFalse();
        assertThat(AttachmentType.PDF.hasExtension("pdf")).isFalse();
    }
}
