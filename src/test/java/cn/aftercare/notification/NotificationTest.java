package cn.aftercare.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationTest {

    @Test
    void a_subject_is_one_line() {
        assertThat(notification("n-1", "【提醒】响应\r\nBcc: all@company.example", "").subject())
                .isEqualTo("【提醒】响应 Bcc: all@company.example");
    }

    @Test
    void too_long_a_text_is_cut_between_characters() {
        Notification cut = notification("n-1", "题".repeat(201), "文".repeat(4001));
        assertThat(cut.subject()).hasSize(200).endsWith("题…");
        assertThat(cut.text()).hasSize(4000).endsWith("文…");
        assertThat(Notification.cut("一😀二", 3)).isEqualTo("一…");
        assertThat(Notification.cut("一二三", 3)).isEqualTo("一二三");
    }

    @Test
    void an_id_that_could_break_out_of_a_header_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> notification("n-1\r\nBcc: x", "题", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> notification("", "题", ""));
    }

    @Test
    void it_leads_to_the_page_of_its_case() {
        assertThat(notification("n-1", "题", "").path()).isEqualTo("/cases/WX-2025-0001");
    }

    private static Notification notification(String id, String subject, String text) {
        return Notification.ofCase(
                id, NotificationKind.REMINDER, "WX-2025-0001", "nanjing", false, subject, text, List.of("zhang"));
    }
}
