package cn.aftercare.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "现场照片.jpg,现场照片.jpg",
        "../../etc/passwd.png,passwd.png",
        "'C:\\Users\\周敏\\吊顶 1.png','吊顶 1.png'",
        "'a\r\nSet-Cookie: x.jpg','a Set-Cookie x.jpg'",
        "'\u202Egpj.exe.jpg',gpj.exe.jpg",
        "'..hidden.jpg',hidden.jpg",
        "'  a   b .jpg ','a b .jpg'",
        "'x<y>\"z|?*.pdf','xyz.pdf'",
        "'e\u0301.jpg','\u00E9.jpg'",
        "'/',''",
    })
    void keepsOnlyAPlainName(String raw, String expected) {
        assertThat(FileName.sanitise(raw)).isEqualTo(expected);
    }

    @Test
    void aLongNameKeepsItsExtension() {
        String name = FileName.sanitise("吊".repeat(500) + ".jpeg");

        assertThat(name).isEqualTo("吊".repeat(195) + ".jpeg");
        assertThat(FileName.sanitise("𠮷".repeat(150) + ".jpeg")).isEqualTo("𠮷".repeat(97) + ".jpeg");
        assertThat(FileName.sanitise(null)).isEmpty();
    }
}
