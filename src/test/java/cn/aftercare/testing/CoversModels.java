package cn.aftercare.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class together enter every flow node and take every sequence flow of these models. Checked whenever
 * all of them ran; needs {@link TakenFlows} in the context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ModelCoverage.class)
public @interface CoversModels {

    /** Process definition keys. */
    String[] value();
}
