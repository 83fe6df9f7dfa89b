package cn.aftercare.testing;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** No test inherits another one's time or login. */
class CleanEngine implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        reset(context);
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
