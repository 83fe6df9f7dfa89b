package cn.aftercare.organisation.process;

import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.EngineOrganisation;
import cn.aftercare.platform.engine.SystemAccess;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class EngineOrganisationSetup implements EngineOrganisation {

    private final SystemAccess system;
    private final GroupsAndTenants groups;
    private final Grants grants;
    private final TasklistFilters filters;
    private final Administrators administrators;
    private final DemoLogins demo;

    EngineOrganisationSetup(
            SystemAccess system,
            GroupsAndTenants groups,
            Grants grants,
            TasklistFilters filters,
            Administrators administrators,
            DemoLogins demo) {
        this.system = system;
        this.groups = groups;
        this.grants = grants;
        this.filters = filters;
        this.administrators = administrators;
        this.demo = demo;
    }

    @Override
    public void ensure(List<Unit> units) {
        system.run(() -> {
            groups.ensure(units);
            grants.ensure(units);
            filters.ensure();
            demo.ensure(units);
            administrators.ensure();
        });
    }
}
