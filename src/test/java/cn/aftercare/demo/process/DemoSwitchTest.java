package cn.aftercare.demo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.aftercare.platform.engine.VirtualTime;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** A production run neither makes demo data nor has anything that could move its clock. */
class DemoSwitchTest {

    private static final String CASES = "aftercare.demo-cases";

    /** Without the beans they need, the switched-on ones would not start. */
    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(DemoAtStart.class);

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false"})
    void nothing_is_made_unless_cases_and_logins_are_wanted(boolean cases, boolean logins) {
        context.withPropertyValues(CASES + "=" + cases, "aftercare.demo-logins=" + logins)
                .run(started -> assertThat(started).hasNotFailed().doesNotHaveBean(DemoAtStart.class));
    }

    @Test
    void nothing_is_made_and_no_clock_moves_when_nobody_says_so() {
        context.withUserConfiguration(VirtualTime.class, DemoWalk.class)
                .run(started -> assertThat(started)
                        .hasNotFailed()
                        .doesNotHaveBean(DemoAtStart.class)
                        .doesNotHaveBean(VirtualTime.class)
                        .doesNotHaveBean(DemoWalk.class));
    }

    @Test
    void only_the_demo_profile_says_so() throws Exception {
        assertThat(setting("application.yaml")).isEqualTo(false);
        assertThat(setting("application-demo.yaml")).isEqualTo(true);
    }

    @Test
    void the_clock_does_not_move_while_the_job_executor_runs() {
        JobExecutor executor = mock(JobExecutor.class);
        when(executor.isActive()).thenReturn(true);
        ProcessEngineConfigurationImpl configuration = mock(ProcessEngineConfigurationImpl.class);
        when(configuration.getJobExecutor()).thenReturn(executor);
        ProcessEngine engine = mock(ProcessEngine.class);
        when(engine.getProcessEngineConfiguration()).thenReturn(configuration);

        new ApplicationContextRunner()
                .withPropertyValues(CASES + "=true")
                .withBean(ManagementService.class, () -> mock(ManagementService.class, RETURNS_DEEP_STUBS))
                .withBean(HistoryService.class, () -> mock(HistoryService.class))
                .withBean(ProcessEngine.class, () -> engine)
                .withUserConfiguration(VirtualTime.class)
                .run(started -> {
                    VirtualTime time = started.getBean(VirtualTime.class);
                    assertThatThrownBy(() -> time.set(Instant.EPOCH)).isInstanceOf(IllegalStateException.class);
                    assertThatThrownBy(() -> time.advance(Instant.EPOCH)).isInstanceOf(IllegalStateException.class);
                });
    }

    private static Object setting(String file) throws Exception {
        List<PropertySource<?>> sources = new YamlPropertySourceLoader().load(file, new ClassPathResource(file));
        return sources.get(0).getProperty(CASES);
    }
}
