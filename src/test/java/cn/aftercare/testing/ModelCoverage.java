package cn.aftercare.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Names what of the models no test of the class went through. */
class ModelCoverage implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private final Set<Method> ran = new HashSet<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        if (partOfAnother(context)) {
            return;
        }
        SpringExtension.getApplicationContext(context).getBean(TakenFlows.class).forget();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ran.add(context.getRequiredTestMethod());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Class<?> tests = context.getRequiredTestClass();
        if (partOfAnother(context) || !ran.containsAll(all(tests))) {
            return; // somebody runs a single test
        }
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        Set<String> missing = Stream.of(tests.getAnnotation(CoversModels.class).value())
                .flatMap(key -> missing(application, key))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).as("never gone through by " + tests.getSimpleName()).isEmpty();
    }

    private static boolean partOfAnother(ExtensionContext context) {
        return !context.getRequiredTestClass().isAnnotationPresent(CoversModels.class);
    }

    /** The tests of a class and of the classes nested in it. */
    private static Set<Method> all(Class<?> tests) {
        return Stream.concat(Stream.of(tests), Stream.of(tests.getDeclaredClasses()))
                .flatMap(c ->
                        AnnotationSupport.findAnnotatedMethods(c, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                                .stream())
                .collect(Collectors.toSet());
    }

    private static Stream<String> missing(ApplicationContext application, String key) {
        RepositoryService repository = application.getBean(RepositoryService.class);
        TakenFlows taken = application.getBean(TakenFlows.class);
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
        BpmnModelInstance model = repository.getBpmnModelInstance(definition);
        Collection<SequenceFlow> flows = model.getModelElementsByType(SequenceFlow.class);
        Set<SequenceFlow> gone =
                flows.stream().filter(flow -> gone(taken, key, flow)).collect(Collectors.toSet());
        // A node was gone through when a flow into it, out of it or inside of it was taken.
        Set<FlowNode> entered = gone.stream()
                .flatMap(flow -> Stream.of(flow.getSource(), flow.getTarget(), flow.getParentElement()))
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .collect(Collectors.toSet());
        Stream<FlowElement> untaken =
                flows.stream().filter(flow -> !gone.contains(flow)).map(FlowElement.class::cast);
        List<FlowNode> unentered = model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !entered.contains(node))
                .toList();
        return Stream.concat(untaken, unentered.stream())
                .map(element ->
                        key + ": " + element.getId() + " " + (element.getName() == null ? "" : element.getName()));
    }

    /** From an event-based gateway the engine goes to the event without taking the flow: going on from there counts. */
    private static boolean gone(TakenFlows taken, String key, SequenceFlow flow) {
        return taken.contains(key, flow.getId())
                || flow.getSource() instanceof EventBasedGateway
                        && flow.getTarget().getOutgoing().stream().anyMatch(next -> taken.contains(key, next.getId()));
    }
}
