package io.refundtool.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.refundtool.events");

    @Test
    void shouldNotUseTheGeneratorThatItIsMadeBy() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.refundtool.specs..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepJacksonInsideTheCodec() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.refundtool.events.json")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(CLASSES);
    }
}
