package cn.aftercare.platform.security;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Has passwords checked under our eyes, and by the company's directory where one is configured. */
@Component
@EnableConfigurationProperties(DirectorySettings.class)
class SignInPlugin extends AbstractProcessEnginePlugin {

    private final DirectorySettings settings;
    private final LoginJournal journal;

    SignInPlugin(DirectorySettings settings, LoginJournal journal) {
        this.settings = settings;
        this.journal = journal;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(
                settings.url().isBlank() ? new WatchedPasswords(journal) : new DirectoryPasswords(settings, journal));
    }
}
