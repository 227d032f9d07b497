package io.refundtool.bus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.refundtool.testservers.ServerTests;
import org.junit.jupiter.api.Test;

/** The gateway's parts look one way, and what is between HTTP and Kafka knows neither. */
class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackagesOf(EventsBusApplication.class);

    @Test
    void shouldPublishWithoutKnowingHttpOrSpring() {
        noClasses()
                .that()
                .resideInAnyPackage("..bus.publish..", "..bus.registry..", "..bus.jsonrpc..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..bus.http..", "..bus.config..", "org.springframework..", "jakarta.servlet..")
                .check(classes);
    }

    @Test
    void shouldKeepTheRegistryFreeOfPublishingAndKafka() {
        noClasses()
                .that()
                .resideInAPackage("..bus.registry..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..bus.publish..", "org.apache.kafka..")
                .check(classes);
    }

    @Test
    void shouldPublishWithoutKnowingJsonRpc() {
        noClasses()
                .that()
                .resideInAPackage("..bus.publish..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..bus.jsonrpc..")
                .check(classes);
    }

    @Test
    void shouldKnowCallersWithoutKnowingWhatTheyAskFor() {
        noClasses()
                .that()
                .resideInAPackage("..bus.security..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..bus.http..", "..bus.jsonrpc..", "..bus.config..", "..bus.registry..", "org.apache.kafka..")
                .check(classes);
    }

    @Test
    void shouldReachKafkaThroughPublishingOnly() {
        noClasses()
                .that()
                .resideInAnyPackage("..bus.http..", "..bus.jsonrpc..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(classes);
    }

    @Test
    void shouldNotNeedItsPagesForAnythingElse() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..bus.pages..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..bus.pages..")
                .check(classes);
    }

    @Test
    void shouldKeepTemplatesAndYamlInsideThePages() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..bus.pages..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("freemarker..", "org.yaml..")
                .check(classes);
    }

    @Test
    void shouldRunTestsThatNeedServersOnEitherKind() {
        ServerTests.requireTheSwitch("io.refundtool.bus");
    }
}
