package cn.aftercare.revisit.years;

import cn.aftercare.revisit.RevisitPlan;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.app.RevisitFlow;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the visits of every so many projects run as instances of the flow, and the others without one. */
@TestConfiguration(proxyBeanMethods = false)
class EngineShare {

    private int oneIn = 1;

    /** @param oneIn 1: every project's visits run in the engine, 10: a tenth of them */
    void set(int oneIn) {
        this.oneIn = oneIn;
    }

    @Bean
    @Primary
    RevisitFlow sharedFlow(@Qualifier("engineRevisitFlow") RevisitFlow engine, JdbcClient jdbc) {
        return new RevisitFlow() {
            @Override
            public void startPlan(RevisitPlan plan) {
                engine.startPlan(plan);
            }

            @Override
            public void startVisit(Visit visit) {
                if (Integer.parseInt(visit.projectCode().substring(3)) % oneIn == 0) {
                    engine.startVisit(visit);
                }
            }

            @Override
            public void repairsClosed(String visitNo) {
                if (started(visitNo)) {
                    engine.repairsClosed(visitNo);
                }
            }

            @Override
            public void surveySettled(String visitNo) {
                if (started(visitNo)) {
                    engine.surveySettled(visitNo);
                }
            }

            @Override
            public void cancel(String visitNo, String reason) {
                engine.cancel(visitNo, reason);
            }

            private boolean started(String visitNo) {
                Optional<String> instance = jdbc.sql("select process_instance_id from revisit where visit_no = ?")
                        .param(visitNo)
                        .query(String.class)
                        .optional();
                return instance.isPresent();
            }
        };
    }
}
