package io.refundtool.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.refundtool.testservers.ServerTests;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.refundtool.messaging");

    @Test
    void shouldSeeNothingOfTheProjectButEvents() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.refundtool.messaging..",
                        "io.refundtool.events..",
                        "java..",
                        "javax.sql..",
                        "jakarta.servlet..",
                        "com.fasterxml.jackson.annotation..",
                        "org.apache.kafka..",
                        "org.springframework..",
                        "org.flywaydb.core..",
                        "org.slf4j..",
                        "org.jspecify..",
                        "io.micrometer..",
                        "tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void shouldReadEventsWithoutPostgres() {
        noClasses()
                .that()
                .resideInAPackage("io.refundtool.messaging")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.refundtool.messaging.postgres", "org.springframework.jdbc..", "org.flywaydb..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepTheWebApart() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.refundtool.messaging.web..", "io.refundtool.messaging.deadletters.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "jakarta.servlet..",
                        "io.refundtool.messaging.web..",
                        "io.refundtool.messaging.deadletters.web..")
                .check(CLASSES);
    }

    @Test
    void shouldRunTestsThatNeedServersOnEitherKind() {
        ServerTests.requireTheSwitch("io.refundtool.messaging");
    }
}
