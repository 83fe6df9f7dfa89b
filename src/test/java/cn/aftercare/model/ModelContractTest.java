package cn.aftercare.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.platform.guard.ModelGuard;
import cn.aftercare.platform.guard.ModelSet;
import cn.aftercare.platform.model.ModelSources;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The models and forms of this repository agree with its code. */
class ModelContractTest {

    @Test
    void modelsAndCodeAgree() throws IOException {
        assertThat(ModelGuard.check(ModelSet.of(new ModelSources("")), ModelGuard.codeFacts()))
                .isEmpty();
    }
}
