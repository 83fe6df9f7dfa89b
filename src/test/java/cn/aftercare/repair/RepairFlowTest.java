package cn.aftercare.repair;

import cn.aftercare.testing.CoversModels;
import cn.aftercare.testing.EngineTest;
import org.junit.jupiter.api.Nested;
import org.springframework.context.annotation.Import;

/** Every way a case can take, from the notice to the archived record; together they go through all of the models. */
@EngineTest
@Import(Walk.class)
@CoversModels({
    "repair",
    "repair-execution",
    "paid-repair-agreement",
    "charge-settlement",
    "emergency-repair",
    "structural-safety"
})
class RepairFlowTest {

    @Nested
    class Repairs extends RepairWays {}

    @Nested
    class Dangers extends DangerWays {}
}
