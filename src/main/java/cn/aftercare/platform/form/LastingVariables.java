package cn.aftercare.platform.form;

import java.util.Set;

/** Which variables a process keeps; whatever else is filled into its start form is for our tables alone. */
public interface LastingVariables {

    Set<String> of(String processKey);
}
