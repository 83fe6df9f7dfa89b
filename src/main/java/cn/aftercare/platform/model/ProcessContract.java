package cn.aftercare.platform.model;

import java.util.Set;

/**
 * What the code knows of one process model: every name the model may use. The model guard compares both, so a renamed
 * variable, message or error is found at start-up and in the tests, not in a running case.
 */
public interface ProcessContract {

    /** The process definition key, which is also the file name. */
    String key();

    /** Process variables the model may use in expressions, mappings and decisions. */
    Set<String> variables();

    /** Names of the messages the code correlates to this process. */
    default Set<String> messages() {
        return Set.of();
    }

    /** Codes of the BPMN errors the model may throw or catch. */
    default Set<String> errors() {
        return Set.of();
    }
}
