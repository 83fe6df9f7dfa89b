package cn.aftercare.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * No test inherits another one's time, login or engine: engine-rest and the webapps look their engine up by name for the
 * whole JVM, and would find that of the context started last, whose idea of who is logged in is its own.
 */
class CleanEngine implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        reset(context);
        // Whatever asks for the database before its address is known gets the one of the demo.
        assertThat(SpringExtension.getApplicationContext(context)
                        .getBean(HikariDataSource.class)
                        .getJdbcUrl())
                .startsWith("jdbc:postgresql:");
        ProcessEngines.registerProcessEngine(
                SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        reset(context);
    }

    private static void reset(ExtensionContext context) {
        EngineTime.reset();
        SpringExtension.getApplicationContext(context)
                .getBean(IdentityService.class)
                .clearAuthentication();
    }
}
