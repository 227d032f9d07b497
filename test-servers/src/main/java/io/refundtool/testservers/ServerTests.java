package io.refundtool.testservers;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.refundtool.embedded.EmbeddedDatabase;
import io.refundtool.embedded.EmbeddedKafka;
import org.junit.platform.commons.annotation.Testable;

/** Which test classes need servers, as the compiled classes tell. */
public final class ServerTests {

    private static final ArchRule SAY_SO = ArchRuleDefinition.classes()
            .that(haveTests())
            .and(useServers())
            .should(sayThatTheyNeedServers())
            .because("./mvnw verify -Pcontainers runs only tests with @NeedsServers");

    private static final ArchRule NOT_PAST_THE_SWITCH = ArchRuleDefinition.noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(EmbeddedKafka.class, EmbeddedDatabase.class)
            .because("tests that take servers by OwnKafka, OwnDatabase or SharedServers run on containers too");

    private ServerTests() {}

    /**
     * Fails when a test class uses servers and does not say so by {@link NeedsServers}, or takes an embedded server past
     * the switch. Each module that has such tests calls it in one: without it a new test would not run on containers, and
     * nobody would notice.
     *
     * @param testPackage that of the module
     */
    public static void requireTheSwitch(String testPackage) {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages(testPackage);
        NOT_PAST_THE_SWITCH.check(tests);
        SAY_SO.check(tests);
    }

    private static DescribedPredicate<JavaClass> haveTests() {
        return DescribedPredicate.describe(
                "have tests",
                type -> type.getAllMethods().stream().anyMatch(method -> method.isMetaAnnotatedWith(Testable.class)));
    }

    private static DescribedPredicate<JavaClass> useServers() {
        return DescribedPredicate.describe(
                "use servers, directly or not",
                type -> type.getTransitiveDependenciesFromSelf().stream()
                        .anyMatch(dependency -> isServer(dependency.getTargetClass())));
    }

    private static boolean isServer(JavaClass type) {
        return type.isEquivalentTo(SharedServers.class)
                || type.isEquivalentTo(OwnKafka.class)
                || type.isEquivalentTo(OwnDatabase.class);
    }

    private static ArchCondition<JavaClass> sayThatTheyNeedServers() {
        return new ArchCondition<>("say so by @NeedsServers") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean says = outermost(type).isMetaAnnotatedWith(NeedsServers.class);
                events.add(new SimpleConditionEvent(
                        type,
                        says,
                        "Expected @NeedsServers at %s, since its tests use a broker or a database"
                                .formatted(outermost(type).getName())));
            }
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ServerTests::outermost).orElse(type);
    }
}
