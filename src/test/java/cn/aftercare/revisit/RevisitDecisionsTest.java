package cn.aftercare.revisit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.organisation.Actor;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.testing.EngineTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** rules.md, the authority matrix and the intervals, as deployed. */
@EngineTest
class RevisitDecisionsTest {

    @Autowired
    RevisitAuthority authority;

    @Autowired
    RevisitPolicy policy;

    @Test
    void everyModeHasItsRow() {
        assertThat(Arrays.stream(ManagementMode.values()).map(m -> m + " " + authority.rule(m)))
                .containsExactly(
                        "HQ_DIRECT Rule[headquarters=true, supervised=true, filed=false]",
                        "HQ_AUTHORISED Rule[headquarters=false, supervised=true, filed=true]",
                        "BRANCH_DIRECT Rule[headquarters=false, supervised=false, filed=false]");
        assertThat(Actor.HQ).isEqualTo("hq");
    }

    @Test
    void halfYearlyInWarrantyAndYearlyAfterwards() {
        assertThat(policy.rule(true)).isEqualTo(new RevisitPolicy.Rule(6, 7, "项目部、市场商务部、项目管理部"));
        assertThat(policy.rule(false)).isEqualTo(new RevisitPolicy.Rule(12, 7, "市场商务部、后期维保专员"));
    }
}
