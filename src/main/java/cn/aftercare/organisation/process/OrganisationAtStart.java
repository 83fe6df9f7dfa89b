package cn.aftercare.organisation.process;

import cn.aftercare.organisation.app.OrganisationService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Before the web server opens: nobody may ever find the application without administrator. */
@Component
class OrganisationAtStart implements SmartInitializingSingleton {

    private final OrganisationService organisation;

    OrganisationAtStart(OrganisationService organisation) {
        this.organisation = organisation;
    }

    @Override
    public void afterSingletonsInstantiated() {
        organisation.ensureOrganisation();
    }
}
