package cn.aftercare.platform.guard;

import cn.aftercare.platform.model.ModelSources;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.stereotype.Component;

/** Stops the start when models and code disagree, before anything is deployed. */
@Component("modelGuardCheck")
class ModelGuardCheck implements Runnable {

    private final ModelSources sources;
    private final ManagementService management;
    private final @Nullable String fingerprint;

    @Autowired
    ModelGuardCheck(ModelSources sources, ManagementService management) {
        this(
                sources,
                management,
                CheckedBefore.fingerprint(sources, new ApplicationHome(ModelGuardCheck.class).getSource()));
    }

    /** @param fingerprint of models and program, null for one that is always checked */
    ModelGuardCheck(ModelSources sources, ManagementService management, @Nullable String fingerprint) {
        this.sources = sources;
        this.management = management;
        this.fingerprint = fingerprint;
    }

    @Override
    public void run() {
        if (fingerprint != null && fingerprint.equals(management.getProperties().get(CheckedBefore.PROPERTY))) {
            return;
        }
        List<Finding> findings = ModelGuard.check(ModelSet.of(sources), ModelGuard.codeFacts());
        if (!findings.isEmpty()) {
            throw new IllegalStateException(findings.stream()
                    .map(Finding::toString)
                    .collect(Collectors.joining("\n  ", "模型与程序不一致，共 " + findings.size() + " 个问题：\n  ", "")));
        }
        if (fingerprint != null) {
            management.setProperty(CheckedBefore.PROPERTY, fingerprint);
        }
    }
}
