package cn.aftercare.organisation.process;

import cn.aftercare.platform.engine.EngineExtensions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractWritableIdentityServiceCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/** Somebody has changed, or changed groups, by whatever way: an import, a substitution, or Camunda's own administration. */
@Component
class PeopleWatch extends AbstractProcessEnginePlugin {

    private final DirectoryAnswers answers;

    PeopleWatch(DirectoryAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineExtensions.add(engine, new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                T result = next.execute(command);
                if (command instanceof AbstractWritableIdentityServiceCmd<?>) {
                    answers.forgetWithCommit();
                }
                return result;
            }
        });
    }
}
