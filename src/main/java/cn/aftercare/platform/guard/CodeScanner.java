package cn.aftercare.platform.guard;

import cn.aftercare.commitment.Anchor;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.process.ClockCommand;
import cn.aftercare.organisation.Role;
import cn.aftercare.platform.engine.Retries;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.model.ModelProperties;
import cn.aftercare.platform.model.ProcessContract;
import cn.aftercare.repair.Stage;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.objenesis.ObjenesisStd;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Reads {@link CodeFacts} from the classes themselves. No application context is needed, so the analysts' command and
 * the start of the server judge by exactly the same facts.
 */
final class CodeScanner {

    private final String basePackage;
    private final Map<String, Class<?>> beans = new TreeMap<>();
    private final Map<String, ProcessContract> contracts = new TreeMap<>();
    private final Map<String, CodeFacts.Completion> completions = new TreeMap<>();

    private CodeScanner(String basePackage) {
        this.basePackage = basePackage;
    }

    static CodeFacts scan() {
        return scan("cn.aftercare");
    }

    static CodeFacts scan(String basePackage) {
        CodeScanner scanner = new CodeScanner(basePackage);
        scanner.readBeans();
        scanner.readContracts();
        return new CodeFacts(
                scanner.beans,
                scanner.contracts,
                scanner.completions,
                Arrays.stream(Role.values()).map(Role::code).collect(Collectors.toUnmodifiableSet()),
                Map.of(
                        ModelProperties.COMMITMENT, names(CommitmentType.values()),
                        ModelProperties.ANCHOR, names(Anchor.values()),
                        ModelProperties.CLOCK, names(ClockCommand.values()),
                        ModelProperties.STAGE, names(Stage.values())),
                !Retries.CYCLE.isBlank());
    }

    /** By process key. */
    static Map<String, ProcessContract> contracts() {
        CodeScanner scanner = new CodeScanner("cn.aftercare");
        scanner.readContracts();
        return scanner.contracts;
    }

    private void readBeans() {
        var names = new AnnotationBeanNameGenerator();
        var registry = new SimpleBeanDefinitionRegistry();
        for (BeanDefinition found : candidates(JavaDelegate.class, ExecutionListener.class, TaskListener.class)) {
            // A delegate that is no component is no bean either: the engine would not find it.
            if (((AnnotatedBeanDefinition) found).getMetadata().isAnnotated(Component.class.getName())) {
                String name = names.generateBeanName(found, registry);
                Class<?> type = load(found);
                beans.put(name, type);
                if (FormCompletion.class.isAssignableFrom(type)) {
                    completions.put(name, completion(type.asSubclass(FormCompletion.class)));
                }
            }
        }
    }

    private void readContracts() {
        for (BeanDefinition found : candidates(ProcessContract.class)) {
            ProcessContract contract = (ProcessContract) create(load(found));
            ProcessContract other = contracts.put(contract.key(), contract);
            if (other != null) {
                throw new IllegalStateException("two contracts for process " + contract.key() + ": "
                        + other.getClass().getName() + " and "
                        + contract.getClass().getName());
            }
        }
    }

    private Set<BeanDefinition> candidates(Class<?>... types) {
        var provider = new ClassPathScanningCandidateComponentProvider(false);
        for (Class<?> type : types) {
            provider.addIncludeFilter(new AssignableTypeFilter(type));
        }
        return provider.findCandidateComponents(basePackage);
    }

    private static Class<?> load(BeanDefinition found) {
        return ClassUtils.resolveClassName(found.getBeanClassName(), ClassUtils.getDefaultClassLoader());
    }

    /** Form id and field names are constants; the services a completion needs are not there and not needed. */
    static CodeFacts.Completion completion(Class<? extends FormCompletion> type) {
        try {
            FormCompletion completion = new ObjenesisStd().newInstance(type);
            return new CodeFacts.Completion(completion.formId(), Set.copyOf(completion.fields()));
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    type.getName() + ": formId() and fields() must return constants (literals or static finals)", e);
        }
    }

    private static Object create(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " needs a constructor without parameters", e);
        }
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
