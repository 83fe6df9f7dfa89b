package cn.aftercare.organisation.app;

import cn.aftercare.organisation.Unit;
import java.util.List;

/** The engine's side of the organisation. */
public interface EngineOrganisation {

    /** Creates the groups, tenants, permissions and logins that are missing. */
    void ensure(List<Unit> units);
}
