package cn.aftercare.platform.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Several plugins look at commands and models, each in ignorance of the others: each adds itself behind those before. */
public final class EngineExtensions {

    private EngineExtensions() {}

    /** Around every command, outside of its own transaction. */
    public static void add(ProcessEngineConfigurationImpl engine, CommandInterceptor another) {
        engine.setCustomPreCommandInterceptorsTxRequired(
                with(engine.getCustomPreCommandInterceptorsTxRequired(), another));
    }

    /** After the engine has read an element of a model. */
    public static void add(ProcessEngineConfigurationImpl engine, BpmnParseListener another) {
        engine.setCustomPostBPMNParseListeners(with(engine.getCustomPostBPMNParseListeners(), another));
    }

    private static <T> List<T> with(List<T> present, T another) {
        List<T> all = new ArrayList<>(present == null ? List.of() : present);
        all.add(another);
        return all;
    }
}
