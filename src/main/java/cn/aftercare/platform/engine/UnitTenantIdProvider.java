package cn.aftercare.platform.engine;

import cn.aftercare.organisation.Actor;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The unit a process instance belongs to is its tenant, so that the engine itself keeps the branches apart in Tasklist,
 * Cockpit and REST. Called processes stay in the unit of their caller.
 */
@Component
class UnitTenantIdProvider implements TenantIdProvider {

    private final JdbcClient jdbc;

    UnitTenantIdProvider(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        if (context.getSuperExecution() != null) {
            return context.getSuperExecution().getTenantId();
        }
        return unitOf(context.getVariables());
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null; // no CMMN here
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() == null ? null : context.getExecution().getTenantId();
    }

    /**
     * The unit the starter names, or else that of the project. HQ may run something about a branch's project as its own;
     * no branch may put what concerns another unit's project under its own name. Null for an unknown project: the first
     * step of the process refuses that with a message for the person.
     */
    private String unitOf(Map<String, Object> variables) {
        String named = text(variables.get("unit"));
        String ofProject = projectUnit(text(variables.get("projectCode")));
        return ofProject == null || Actor.HQ.equals(named) ? named : ofProject;
    }

    private String projectUnit(String projectCode) {
        if (projectCode == null) {
            return null;
        }
        return jdbc.sql("select unit from project where code = :code")
                .param("code", projectCode)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static String text(Object value) {
        return value instanceof String text && !text.isBlank() ? text.strip() : null;
    }
}
