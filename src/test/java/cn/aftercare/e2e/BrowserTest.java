package cn.aftercare.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class, named {@code *BrowserIT}, that drives the packaged program with a real browser. Its methods may take
 * a {@link PackagedApp} (one for all browser tests of the run), a {@link Browser} and a {@link Tasklist} (new ones for
 * each method); a failure leaves a screenshot in {@code e2e/artifacts}.
 *
 * <p>Part of {@code mvn verify} only with {@code -Daftercare.e2e=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(BrowserTestExtension.class)
public @interface BrowserTest {}
