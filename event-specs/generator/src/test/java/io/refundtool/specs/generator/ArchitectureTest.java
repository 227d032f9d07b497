package io.refundtool.specs.generator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The generator's parts look one way: reading, comparing and rendering meet in the model. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.refundtool.specs");

    @Test
    void shouldKeepTheModelFreeOfYamlTemplatesAndJson() {
        classes()
                .that()
                .resideInAPackage("..generator.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("..generator.model..", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void shouldCompareWithoutKnowingHowSpecsAreWrittenOrRendered() {
        noClasses()
                .that()
                .resideInAPackage("..generator.compat..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..generator.render..", "..generator.docs..", "org.yaml..", "freemarker..", "tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void shouldReadWithoutKnowingWhatItIsReadFor() {
        noClasses()
                .that()
                .resideInAPackage("..generator.read..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..generator.render..", "..generator.docs..", "..generator.compat..")
                .check(CLASSES);
    }
}
