package cn.aftercare.platform.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Several plugins look at the engine's commands, each in ignorance of the others. */
public final class CommandInterceptors {

    private CommandInterceptors() {}

    /** Outside of the command's own transaction, behind those added before. */
    public static void add(ProcessEngineConfigurationImpl engine, CommandInterceptor another) {
        List<CommandInterceptor> present = engine.getCustomPreCommandInterceptorsTxRequired();
        List<CommandInterceptor> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(another);
        engine.setCustomPreCommandInterceptorsTxRequired(all);
    }
}
