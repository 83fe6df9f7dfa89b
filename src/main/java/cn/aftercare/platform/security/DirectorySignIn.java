package cn.aftercare.platform.security;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Has passwords checked by the company's directory where one is configured. */
@Component
@EnableConfigurationProperties(DirectorySettings.class)
class DirectorySignIn extends AbstractProcessEnginePlugin {

    private final DirectorySettings settings;

    DirectorySignIn(DirectorySettings settings) {
        this.settings = settings;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (!settings.url().isBlank()) {
            engine.setIdentityProviderSessionFactory(new DirectoryPasswords(settings));
        }
    }
}
