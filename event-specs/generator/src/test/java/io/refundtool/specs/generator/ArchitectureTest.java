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

    @Test
    void shouldRenderWithoutKnowingHowSpecsAreRead() {
        noClasses()
                .that()
                .resideInAPackage("..generator.render..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..generator.read..", "org.yaml..")
                .check(CLASSES);
    }

    @Test
    void shouldHaveOneTemplateMechanism() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Templates")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("freemarker..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepLanguagesApart() {
        noClasses()
                .that()
                .resideInAPackage("..generator.render.golang")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..generator.render.php")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..generator.render.php")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..generator.render.golang")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("..generator.render.golang", "..generator.render.php")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.render\\.Java[A-Z][A-Za-z]*")
                .check(CLASSES);
    }
}
