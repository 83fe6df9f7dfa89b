package cn.aftercare.organisation.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.organisation.Person;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.testing.EngineTest;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers are kept for a minute, but not beyond a change made here, Camunda's own administration included. */
@EngineTest
class EngineDirectoryTest {

    private static final String PERSON = "newcomer";
    private static final String GROUP = "nanjing-technician";

    @Autowired
    Directory directory;

    @Autowired
    IdentityService identity;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void leaves() {
        identity.deleteUser(PERSON);
    }

    @Test
    void a_change_of_people_and_groups_counts_at_once() {
        assertThat(directory.displayName(PERSON)).isEqualTo(PERSON);
        hired();
        assertThat(directory.displayName(PERSON)).isEqualTo("新人");
        assertThat(directory.knows(PERSON)).isFalse();
        assertThat(technicians()).doesNotContain(PERSON);

        identity.createMembership(PERSON, GROUP);
        assertThat(directory.knows(PERSON)).isTrue();
        assertThat(technicians()).contains(PERSON);
        assertThat(directory.unitsOf(PERSON)).containsExactly("nanjing");

        identity.deleteMembership(PERSON, GROUP);
        assertThat(directory.knows(PERSON)).isFalse();
        assertThat(technicians()).doesNotContain(PERSON);
        assertThat(directory.unitsOf(PERSON)).isEmpty();
    }

    @Test
    void a_change_taken_back_leaves_no_answer_behind() {
        hired();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            identity.createMembership(PERSON, GROUP);
            assertThat(technicians()).contains(PERSON);
            status.setRollbackOnly();
        });
        assertThat(technicians()).doesNotContain(PERSON);
    }

    private void hired() {
        User user = identity.newUser(PERSON);
        user.setFirstName("新人");
        user.setLastName("");
        user.setPassword("Wei-shan-2026-lu");
        identity.saveUser(user);
    }

    private List<String> technicians() {
        return directory.people(GROUP).stream().map(Person::id).toList();
    }
}
