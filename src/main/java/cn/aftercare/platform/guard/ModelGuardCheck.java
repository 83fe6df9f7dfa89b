package cn.aftercare.platform.guard;

import cn.aftercare.platform.model.ModelSources;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Stops the start when models and code disagree, before anything is deployed. */
@Component("modelGuardCheck")
class ModelGuardCheck implements Runnable {

    private final ModelSources sources;

    ModelGuardCheck(ModelSources sources) {
        this.sources = sources;
    }

    @Override
    public void run() {
        List<Finding> findings = ModelGuard.check(ModelSet.of(sources), ModelGuard.codeFacts());
        if (!findings.isEmpty()) {
            throw new IllegalStateException(findings.stream()
                    .map(Finding::toString)
                    .collect(Collectors.joining("\n  ", "模型与程序不一致，共 " + findings.size() + " 个问题：\n  ", "")));
        }
    }
}
