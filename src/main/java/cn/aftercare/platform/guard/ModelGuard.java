package cn.aftercare.platform.guard;

import java.util.List;

/** Compares all models and forms with the code, and with the ways they are agreed to be written. */
public final class ModelGuard {

    private static final List<ModelRule> RULES = List.of(
            new FileRule(),
            new NamespaceRule(),
            new NamingRule(),
            new DiagramRule(),
            new DelegateRule(),
            new ScriptRule(),
            new ListenerRule(),
            new TaskFormRule(),
            new FormFileRule(),
            new AssignmentRule(),
            new VariableRule(),
            new ConditionRule(),
            new ExpressionRule(),
            new DecisionCellRule(),
            new CallActivityRule(),
            new DecisionTaskRule(),
            new MessageRule(),
            new ErrorCodeRule(),
            new ClockPropertyRule(),
            new JobRule(),
            new ContractRule(),
            new ReachabilityRule());

    private ModelGuard() {}

    /** All findings, sorted by file and element; empty when models and code agree. */
    public static List<Finding> check(ModelSet models, CodeFacts code) {
        Findings findings = new Findings();
        models.unreadable().forEach(findings::add);
        RULES.forEach(rule -> rule.check(models, code, findings));
        return findings.sorted();
    }

    /** The facts of this program, read from its classes. */
    public static CodeFacts codeFacts() {
        return CodeScanner.scan();
    }
}
