package cn.aftercare.platform.tasks;

import cn.aftercare.platform.engine.EngineExtensions;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/** Puts {@link QueryExpressions} wherever a query comes in: as a filter to be kept, beside a filter, or by itself. */
@Component
class QueryExpressionPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFilterService(new CheckedFilterService());
        EngineExtensions.add(engine, new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                // The query of a filter is run inside the filter's own command.
                if (command instanceof TaskQueryImpl query) {
                    QueryExpressions.refuseAny(query);
                }
                return next.execute(command);
            }
        });
    }
}
