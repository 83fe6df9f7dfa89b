package cn.aftercare.platform.engine;

import cn.aftercare.platform.model.ModelSources;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and forms of this run. It happens once every bean exists and before the web server opens and the
 * job executor starts, so no request or timer meets yesterday's models. Unchanged files keep their version.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    private final RepositoryService repository;
    private final ModelSources sources;
    private final ObjectProvider<Runnable> guard;

    ModelDeployment(
            RepositoryService repository,
            ModelSources sources,
            @Qualifier("modelGuardCheck") ObjectProvider<Runnable> guard) {
        this.repository = repository;
        this.sources = sources;
        this.guard = guard;
    }

    @Override
    public void afterSingletonsInstantiated() {
        // Models the code does not understand are never deployed: the bean "modelGuardCheck" throws and the start ends.
        guard.ifAvailable(Runnable::run);
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name(ModelSources.DEPLOYMENT)
                .source(ModelSources.DEPLOYMENT)
                .enableDuplicateFiltering(true);
        add(deployment, sources.models());
        add(deployment, sources.forms());
        deployment.deploy();
    }

    private static void add(DeploymentBuilder deployment, Map<String, byte[]> files) {
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
    }
}
