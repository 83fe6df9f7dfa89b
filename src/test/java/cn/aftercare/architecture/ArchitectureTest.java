package cn.aftercare.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.AftercareApplication;
import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.platform.engine.VirtualTime;
import cn.aftercare.platform.form.FormCompletion;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.web.bind.annotation.GetMapping;

/** The house rules of the code that a machine can keep. */
@AnalyzeClasses(packagesOf = AftercareApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] ENGINE_ROOMS = {"..process..", "cn.aftercare.platform.."};

    /** The top of a room: {@code cn.aftercare.repair}, but not {@code cn.aftercare.repair.app}. */
    private static final DescribedPredicate<JavaClass> DOMAIN = DescribedPredicate.describe(
            "the domain of a room",
            c -> c.getPackageName().matches("cn\\.aftercare\\.[a-z]+")
                    && !c.getPackageName().equals("cn.aftercare.platform"));

    private static final DescribedPredicate<JavaClass> CALLED_BY_THE_ENGINE = assignableTo(JavaDelegate.class)
            .or(assignableTo(ExecutionListener.class))
            .or(assignableTo(TaskListener.class))
            .and(DescribedPredicate.describe(
                    "concrete",
                    c -> !c.isInterface()
                            && !c.getModifiers().contains(JavaModifier.ABSTRACT)
                            && !c.isAnonymousClass()));

    @ArchTest
    static final ArchRule theDomainKnowsNoFramework = noClasses()
            .that(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.camunda..")
            .because("rules are tested without a server and outlive the engine");

    @ArchTest
    static final ArchRule theDomainKnowsNothingAroundIt = noClasses()
            .that(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "cn.aftercare.*.app..",
                    "cn.aftercare.*.persistence..",
                    "cn.aftercare.*.web..",
                    "cn.aftercare.*.process..");

    @ArchTest
    static final ArchRule onlyProcessAndPlatformImportTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages(ENGINE_ROOMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..")
            .because("a move to another engine of this lineage stays mechanical");

    @ArchTest
    static final ArchRule webDoesNotTouchPersistence = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..persistence..", "org.springframework.jdbc..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule persistenceKnowsNeitherWebNorProcess = noClasses()
            .that()
            .resideInAPackage("..persistence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..web..", "..process..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule whatTheEngineCallsIsHidden = classes()
            .that(CALLED_BY_THE_ENGINE)
            .and()
            .resideInAPackage("..process..")
            .should()
            .notBePublic()
            .because("only models refer to it, by bean name")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule whatTheEngineCallsKeepsNoState = fields().that()
            .areDeclaredInClassesThat(CALLED_BY_THE_ENGINE)
            .should()
            .beFinal()
            .because("one instance serves all cases at once")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule delegatesAreNamedSo = classes()
            .that(assignableTo(JavaDelegate.class))
            .should()
            .haveSimpleNameEndingWith("Delegate")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule completionsAreNamedSo = classes()
            .that(assignableTo(FormCompletion.class).and(not(simpleName("FormCompletion"))))
            .should()
            .haveSimpleNameEndingWith("Completed")
            .allowEmptyShould(true);

    /** Rooms whose domain every other room may use; they use none. */
    @ArchTest
    static final ArchRule leavesUseNoOtherRoom = noClasses()
            .that()
            .resideInAnyPackage(
                    "cn.aftercare.problem", "cn.aftercare.organisation", "cn.aftercare.calendar", "cn.aftercare.sheet")
            .should()
            .dependOnClassesThat(resideInAnyPackage("cn.aftercare..")
                    .and(not(resideInAnyPackage(
                            "cn.aftercare.problem",
                            "cn.aftercare.organisation",
                            "cn.aftercare.calendar",
                            "cn.aftercare.sheet"))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule commitmentsUseOnlyTheCalendar = noClasses()
            .that()
            .resideInAPackage("cn.aftercare.commitment")
            .should()
            .dependOnClassesThat(resideInAnyPackage("cn.aftercare..")
                    .and(not(resideInAnyPackage(
                            "cn.aftercare.commitment", "cn.aftercare.calendar", "cn.aftercare.problem"))));

    @ArchTest
    static final ArchRule domainsOfRoomsHaveNoCycles =
            slices().matching("cn.aftercare.(*)").should().beFreeOfCycles();

    /** Word and Excel properties are the other place whose library takes nothing else. */
    @ArchTest
    static final ArchRule oldDatesStayAtTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "cn.aftercare.platform..", "cn.aftercare.record.document..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Date.class, java.util.Calendar.class, java.sql.Timestamp.class);

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "now() without a clock, or a clock of its own", ArchitectureTest::readsTheSystemTime))
            .because("tests and the engine move one clock");

    @ArchTest
    static final ArchRule onlyTheDemoMovesTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("cn.aftercare.demo..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(VirtualTime.class)
            .because("it is the whole program's, and a production run has no business in the past");

    /** Files that name no owner's people, and why not. */
    private static final Map<String, String> NAMELESS_FILES = Map.of(
            "PeopleController.export", "our own people",
            "PeopleController.template", "an empty sheet",
            "SubstitutionController.template", "an empty sheet",
            "QualitySheetController.items", "what is wrong where, without who said it",
            "RectificationSheetController.sheet", "what was repaired where",
            "RevisitPlanFileController.plans", "owners are companies there, visitors our own people");

    @ArchTest
    static void whoTakesPersonalDataOutIsWrittenDown(JavaClasses program) {
        List<JavaMethod> files = program.stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(ArchitectureTest::givesFile)
                .toList();
        assertThat(files).hasSizeGreaterThan(NAMELESS_FILES.size());
        assertThat(files.stream()
                        .filter(m -> !m.isAnnotatedWith(PersonalData.class))
                        .map(m -> m.getOwner().getSimpleName() + "." + m.getName()))
                .as("either audited as @PersonalData, or in the list with the reason why not")
                .containsExactlyInAnyOrderElementsOf(NAMELESS_FILES.keySet());
    }

    private static boolean givesFile(JavaMethod method) {
        return method.isAnnotatedWith(GetMapping.class)
                && (method.getReturnType().getName().contains("[B")
                        || method.getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(HttpServletResponse.class))
                        || Arrays.stream(method.getAnnotationOfType(GetMapping.class)
                                        .value())
                                .anyMatch(path -> path.matches(".*\\.(docx|xlsx|csv|zip|pdf)")));
    }

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = fields().should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .andShould()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .andShould()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .andShould()
            .notBeAnnotatedWith("jakarta.annotation.Resource");

    private static boolean readsTheSystemTime(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getName();
        if (owner.equals(System.class.getName())) {
            return method.equals("currentTimeMillis");
        }
        if (owner.equals(Clock.class.getName())) {
            return Set.of("systemUTC", "systemDefaultZone", "system").contains(method);
        }
        boolean withoutClock =
                call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Clock.class));
        return owner.startsWith("java.time.") && method.equals("now") && withoutClock;
    }
}
