package cn.aftercare.platform.engine;

import cn.aftercare.organisation.LoginName;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How the engine runs. What may differ between environments (job executor on or off, its pace) is in
 * application.yaml; what the processes rely on is decided here and nowhere else.
 */
@Component
class EngineSettings extends AbstractCamundaConfiguration {

    /** Shortest password an administrator or a person may choose; the demo logins are exempt. */
    static final int PASSWORD_LENGTH = 12;

    /** Unit codes and roles contain dashes: {@code nanjing-warranty-manager}. */
    private static final String IDS_WITH_DASHES = "[a-zA-Z0-9-]+";

    private static final String SHANGHAI = "+0800";

    private final UnitTenantIdProvider tenants;
    private final boolean demoLogins;
    private final String cleanupFrom;
    private final String cleanupTo;

    EngineSettings(
            UnitTenantIdProvider tenants,
            @Value("${aftercare.demo-logins:false}") boolean demoLogins,
            @Value("${aftercare.history-cleanup.from}") String cleanupFrom,
            @Value("${aftercare.history-cleanup.to}") String cleanupTo) {
        this.tenants = tenants;
        this.demoLogins = demoLogins;
        this.cleanupFrom = cleanupFrom;
        this.cleanupTo = cleanupTo;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        units(engine);
        jobs(engine);
        history(engine);
        passwords(engine);
        logging(engine);
        // An error nobody catches must fail loudly; by default the engine would just end the case.
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        // Work on a task: claim, complete, comment. Not: move its due date, which is the commitment's, or hand it
        // around.
        engine.setDefaultUserPermissionForTask(TaskPermissions.TASK_WORK);
        engine.setDefaultUserPermissionNameForTask(TaskPermissions.TASK_WORK.getName());
    }

    private void units(SpringProcessEngineConfiguration engine) {
        engine.setTenantIdProvider(tenants);
        engine.setUserResourceWhitelistPattern(LoginName.REGEX);
        engine.setGroupResourceWhitelistPattern(IDS_WITH_DASHES);
        engine.setTenantResourceWhitelistPattern(IDS_WITH_DASHES);
    }

    private static void jobs(SpringProcessEngineConfiguration engine) {
        // The earliest deadline first; a job without due date would otherwise never get its turn in that order.
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setEnsureJobDueDateNotNull(true);
        engine.setFailedJobRetryTimeCycle(Retries.CYCLE);
    }

    private void history(SpringProcessEngineConfiguration engine) {
        // Counts workers for a licence we do not have: a row for every task taken on.
        engine.setTaskMetricsEnabled(false);
        // The removal time is known at the start, so nothing has to be stamped when a case ends. Every model must keep
        // its history longer than its longest case, or that of a running case would go.
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        engine.setEnforceHistoryTimeToLive(true);
        if (!cleanupFrom.isBlank()) {
            engine.setHistoryCleanupBatchWindowStartTime(cleanupFrom + SHANGHAI);
            engine.setHistoryCleanupBatchWindowEndTime(cleanupTo + SHANGHAI);
        }
        // Its own log of every night is of no use for longer.
        engine.setHistoryCleanupJobLogTimeToLive("P30D");
    }

    /**
     * What every line that is logged while a case goes on says of it; the business key is the case number. None of the
     * names may be a field of the Elastic Common Schema ("process", say), or the line could not be written.
     */
    private static void logging(SpringProcessEngineConfiguration engine) {
        engine.setLoggingContextBusinessKey("caseNo");
        engine.setLoggingContextProcessDefinitionKey("processKey");
        engine.setLoggingContextActivityId("activityId");
        engine.setLoggingContextTenantId("unit");
        // These say the same again, or the same at every line.
        engine.setLoggingContextProcessDefinitionId("");
        engine.setLoggingContextApplicationName("");
        engine.setLoggingContextEngineName("");
    }

    private void passwords(SpringProcessEngineConfiguration engine) {
        // A wrong password locks the login for 1 s, then 2, 4 … 60 s, and for good after ten in a row; an
        // administrator's
        // never for good (WatchedPasswords).
        engine.setLoginDelayBase(1);
        if (demoLogins) {
            engine.setEnablePasswordPolicy(false);
            return;
        }
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(new DefaultPasswordPolicyImpl() {
            @Override
            public List<org.camunda.bpm.engine.identity.PasswordPolicyRule> getRules() {
                return List.of(new PasswordPolicyLengthRuleImpl(PASSWORD_LENGTH), new PasswordPolicyUserDataRuleImpl());
            }
        });
    }
}
