package cn.aftercare.organisation.app;

import cn.aftercare.organisation.persistence.UnitTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings the organisation of the configuration into the database and the engine. */
@Service
public class OrganisationService {

    private final UnitCatalog catalog;
    private final UnitTable table;
    private final EngineOrganisation engine;

    OrganisationService(UnitCatalog catalog, UnitTable table, EngineOrganisation engine) {
        this.catalog = catalog;
        this.table = table;
        this.engine = engine;
    }

    /**
     * Creates what is missing: units, groups, tenants, permissions, filters, the first administrator. Runs at every start
     * and leaves alone what is there.
     *
     * @throws IllegalStateException when there is no administrator and none can be created
     */
    @Transactional
    public void ensureOrganisation() {
        catalog.all().forEach(table::save);
        engine.ensure(catalog.all());
    }
}
