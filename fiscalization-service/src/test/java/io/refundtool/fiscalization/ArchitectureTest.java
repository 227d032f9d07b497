package io.refundtool.fiscalization;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.refundtool.testservers.ServerTests;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String BASE = "io.refundtool.fiscalization";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    @Test
    void shouldKeepTheDomainPure() {
        classes()
                .that()
                .resideInAPackage(BASE + ".domain")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        BASE + ".domain",
                        "io.refundtool.events..",
                        "java.lang..",
                        "java.util..",
                        "java.math..",
                        "java.time..",
                        "org.jspecify.annotations")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(BASE + ".domain")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CLASSES);
    }

    @Test
    void shouldKeepTheLedgerOutOfTheShells() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + ".atol", BASE + ".kafka")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + ".persistence")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(BASE + ".application", BASE + ".persistence")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + ".atol", BASE + ".kafka", BASE + ".config")
                .check(CLASSES);
    }

    @Test
    void shouldRunTestsThatNeedServersOnEitherKind() {
        ServerTests.requireTheSwitch("io.refundtool.fiscalization");
    }
}
