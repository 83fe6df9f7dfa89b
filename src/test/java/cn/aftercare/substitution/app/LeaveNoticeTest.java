package cn.aftercare.substitution.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.notification.Notification;
import cn.aftercare.organisation.Person;
import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.substitution.Substitution;
import cn.aftercare.substitution.SubstitutionStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeaveNoticeTest {

    private final List<Notification> sent = new ArrayList<>();

    @Test
    void who_is_away_is_told_what_somebody_else_recorded() {
        recordedBy("nanjing-pmd");
        assertThat(sent).singleElement().satisfies(told -> {
            assertThat(told.recipients()).containsExactly("nanjing-engineer");
            assertThat(told.subject()).isEqualTo("【休假替岗】已为您登记休假 TG-2026-000001");
            assertThat(told.text())
                    .isEqualTo("替岗:TG-2026-000001\n休假:2026-03-04 至 2026-03-05\n替岗人:名 nanjing-technician\n"
                            + "登记人:名 nanjing-pmd\n休假期间,您在南京分公司的岗位和待办任务移交替岗人。"
                            + "如与实际不符,请在“休假替岗”页面撤销或提前结束。");
            assertThat(told.path()).isEqualTo("/substitutions");
        });
    }

    @Test
    void nobody_is_told_of_the_own_leave() {
        recordedBy("nanjing-engineer");
        assertThat(sent).isEmpty();
    }

    private void recordedBy(String person) {
        new LeaveNotice(sent::add, new Names())
                .recorded(new Substitution(
                        "TG-2026-000001",
                        "nanjing",
                        "nanjing-engineer",
                        "nanjing-technician",
                        LocalDate.of(2026, 3, 4),
                        LocalDate.of(2026, 3, 5),
                        "年休假",
                        SubstitutionStatus.PLANNED,
                        new Substitution.Recorded(person, Instant.parse("2026-03-02T01:00:00Z")),
                        null,
                        null,
                        null));
    }

    private static final class Names implements Directory {

        @Override
        public String displayName(String userId) {
            return "名 " + userId;
        }

        @Override
        public Optional<Unit> unit(String code) {
            return Optional.of(Unit.of(code, "南京分公司"));
        }

        @Override
        public List<Person> people(String group) {
            return List.of();
        }

        @Override
        public List<String> groupsOf(String userId) {
            return List.of();
        }

        @Override
        public List<String> unitsOf(String userId) {
            return List.of();
        }

        @Override
        public List<Unit> units() {
            return List.of();
        }

        @Override
        public String groupName(String group) {
            return group;
        }
    }
}
