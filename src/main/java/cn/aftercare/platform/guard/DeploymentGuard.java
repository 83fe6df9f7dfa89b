package cn.aftercare.platform.guard;

import cn.aftercare.platform.model.ModelSources;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/**
 * What a person deploys, through {@code /engine-rest} or a webapp, passes the same check as the models of a start. Being
 * allowed to deploy is an analyst's permission to change a flow; it is none to run code on the server.
 */
@Component("deploymentGuard")
class DeploymentGuard extends AbstractProcessEnginePlugin implements Deployer {

    private static final int SHOWN = 20;

    private final ModelSources sources;

    DeploymentGuard(ModelSources sources) {
        this.sources = sources;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> deployers =
                new ArrayList<>(engine.getCustomPreDeployers() == null ? List.of() : engine.getCustomPreDeployers());
        deployers.add(this);
        engine.setCustomPreDeployers(deployers);
    }

    /** @throws InvalidInputException with the findings in the new files; nothing is deployed then */
    @Override
    public void deploy(DeploymentEntity deployment) {
        CommandContext command = Context.getCommandContext();
        // Without a login it is the program itself; what is not new was judged when it was.
        if (!deployment.isNew() || command.getAuthentication() == null) {
            return;
        }
        List<String> problems = new ArrayList<>();
        Map<String, byte[]> models = new HashMap<>(sources.models());
        Map<String, byte[]> forms = new HashMap<>(sources.forms());
        for (ResourceEntity earlier : deployedByPeople(command)) {
            add(earlier, models, forms);
        }
        for (ResourceEntity file : deployment.getResources().values()) {
            if (!add(file, models, forms)) {
                problems.add(name(file) + " · 只能部署 .bpmn、.dmn 和 .form 文件");
            }
        }
        List<String> names = deployment.getResources().values().stream()
                .map(DeploymentGuard::name)
                .toList();
        ModelGuard.check(ModelSet.parse(models, forms), ModelGuard.codeFacts()).stream()
                .filter(finding -> names.contains(finding.file()))
                .map(Finding::toString)
                .forEach(problems::add);
        // Only one of two files of the same name would have been looked at.
        if (Set.copyOf(names).size() < names.size()) {
            problems.add("有同名文件");
        }
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
    }

    private static InvalidInputException refused(List<String> problems) {
        String text = problems.stream()
                .limit(SHOWN)
                .collect(Collectors.joining("\n  ", "模型不能部署，共 " + problems.size() + " 个问题：\n  ", ""));
        return new InvalidInputException(List.of(new FieldError("data", text)));
    }

    /** Later files of a name count. The program's own are those of this run. */
    private static List<ResourceEntity> deployedByPeople(CommandContext command) {
        return command.getProcessEngineConfiguration().getRepositoryService().createDeploymentQuery().list().stream()
                .filter(d -> !ModelSources.DEPLOYMENT.equals(d.getSource()))
                .sorted(Comparator.comparing(Deployment::getDeploymentTime))
                .flatMap(d -> command.getResourceManager().findResourcesByDeploymentId(d.getId()).stream())
                .toList();
    }

    /** False when the engine has no use for such a file, or another one than we know of. */
    private static boolean add(ResourceEntity file, Map<String, byte[]> models, Map<String, byte[]> forms) {
        String name = name(file);
        if (name.endsWith(".form")) {
            forms.put(name, file.getBytes());
        } else if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
            models.put(name, file.getBytes());
        } else {
            return false;
        }
        return true;
    }

    /** Without the folders a client may send. */
    private static String name(ResourceEntity file) {
        return file.getName()
                .substring(
                        Math.max(file.getName().lastIndexOf('/'), file.getName().lastIndexOf('\\')) + 1);
    }
}
