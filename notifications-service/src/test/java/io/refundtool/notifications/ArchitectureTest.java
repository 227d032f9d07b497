package io.refundtool.notifications;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.refundtool.testservers.ServerTests;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.refundtool.notifications");

    @Test
    void shouldKeepTheDomainToTheJdkAndTheEvents() {
        classes()
                .that()
                .resideInAPackage("..notifications.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.refundtool.events..", "..notifications.domain..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepTimeAndChanceOutOfTheDomain() {
        noClasses()
                .that()
                .resideInAPackage("..notifications.domain..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(CLASSES);
    }

    @Test
    void shouldSpeakSmtpInTheChannelOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..notifications.channel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .check(CLASSES);
    }

    @Test
    void shouldWriteSqlInThePersistenceOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..notifications.persistence..", "..notifications.config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void shouldRunTestsThatNeedServersOnEitherKind() {
        ServerTests.requireTheSwitch("io.refundtool.notifications");
    }
}
