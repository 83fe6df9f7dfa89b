package cn.aftercare.record.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void every_line_break_is_one_line_and_a_tab_a_space() {
        assertThat(PlainText.of("一\r\n二\r三\n四\u000B五\f六\u0085七\u2028八\u2029九\t十"))
                .isEqualTo("一\n二\n三\n四\n五\n六\n七\n八\n九 十");
        assertThat(PlainText.singleLine("一\r\n二\t三")).isEqualTo("一 二 三");
    }

    @Test
    void what_cannot_be_printed_is_left_out_and_everything_else_stays() {
        assertThat(PlainText.of("\u3000 吊\u0000顶\u001B开\uFEFF裂\u202E \uD83D x\uFFFF\uFDD0 "))
                .isEqualTo("吊顶开裂  x");
        assertThat(PlainText.of("𠮷野家😀_x0041_")).isEqualTo("𠮷野家😀_x0041_");
        assertThat(PlainText.of(null)).isEmpty();
    }
}
