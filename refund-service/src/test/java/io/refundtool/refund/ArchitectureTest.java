package io.refundtool.refund;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.refundtool.refund.domain.RefundDecider;
import io.refundtool.testservers.ServerTests;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.refundtool.refund");

    @Test
    void shouldKeepTheDomainPure() {
        classes()
                .that()
                .resideInAPackage("..refund.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.math..",
                        "java.util..",
                        "java.time..",
                        "java.nio.charset..",
                        "org.jspecify.annotations..",
                        "io.refundtool.events..",
                        "io.refundtool.refund.domain..")
                .check(SERVICE);
        noClasses()
                .that()
                .resideInAPackage("..refund.domain..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(SERVICE);
    }

    @Test
    void shouldLetOnlyTheProcessorSeeBothContextAndDecider() {
        noClasses()
                .that()
                .doNotHaveSimpleName("RefundProcessor")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RefundDecider.class)
                .andShould()
                .dependOnClassesThat()
                .areAssignableTo(ProcessorContext.class)
                .check(SERVICE);
    }

    @Test
    void shouldDependInOneDirection() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..refund.streams..", "..refund.readmodel..", "..refund.query..", "..refund.operators..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..refund.web..", "..refund.config..")
                .check(SERVICE);
    }

    @Test
    void shouldMeetOtherServicesOnlyInTopics() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.refundtool.bus..",
                        "io.refundtool.fiscalization..",
                        "io.refundtool.notifications..",
                        "io.refundtool.sandbox..")
                .check(SERVICE);
    }

    @Test
    void shouldRunTestsThatNeedServersOnEitherKind() {
        ServerTests.requireTheSwitch("io.refundtool.refund");
    }
}
