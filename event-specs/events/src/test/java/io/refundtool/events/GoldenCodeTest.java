package io.refundtool.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiles the golden files of the generator and runs them under this module's codec: they have what specs may say but no
 * spec says yet, such as optional lists, lists of numbers, and a second version.
 */
class GoldenCodeTest {

    private static final Path GOLDEN = Path.of("../generator/src/test/resources/golden");
    private static final Path VECTORS = Path.of("../generator/src/test/resources/vectors");
    private static final Path CLASSES = Path.of("target/classes");

    private static final String SMALLEST = "{\"orderId\":\"o\",\"refundId\":\"r\",\"country\":\"NO\","
            + "\"placedAt\":\"2026-01-31T12:00:00Z\",\"items\":[{\"name\":\"tea\",\"grams\":9223372036854775807}],\"quantity\":1}";
    private static final String LARGEST = SMALLEST.replace("\"items\"", "\"buyer\":{\"email\":\"a@b\"},\"items\"")
            .replace(
                    "\"quantity\":1",
                    "\"quantity\":100,\"weight\":5,\"tags\":[\"a\",\"\"],\"counts\":[1,1000],\"moments\":"
                            + "[\"2026-01-31T12:00:00.000001Z\"],\"kinds\":[\"letter\",\"big-box\"],\"kind\":\"big-box\","
                            + "\"seenAt\":\"2999-12-31T23:59:59Z\"");

    @TempDir
    private static Path compiled;

    @BeforeAll
    static void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> paths = Files.walk(GOLDEN)) {
            List<Path> sources =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            boolean success = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("-Xlint:all", "-Werror", "-proc:none", "-d", compiled.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(success).as(messages.toString()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"shop.order-placed.v1", "shop.order-packed.v1", "shop.order-packed.v2"})
    void shouldHaveATypeForEveryEvent(String wireName) throws Exception {
        try (URLClassLoader golden = loader()) {
            assertThat(type(golden, wireName))
                    .hasToString(wireName.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
        }
    }

    @Test
    void shouldKnowWhenAVersionGoes() throws Exception {
        try (URLClassLoader golden = loader()) {
            Object old = type(golden, "shop.order-packed.v1");
            assertThat(old.getClass().getMethod("deprecation").invoke(old))
                    .hasToString("Optional[Deprecation[since=2026-01-31, sunset=2026-07-31, "
                            + "successor=shop.order-packed.v2]]");
            assertThat(old.getClass().getMethod("compatibility").invoke(old)).hasToString("FORWARD");
        }
    }

    @Test
    void shouldReadAndWriteWithAndWithoutEveryOptionalProperty() throws Exception {
        assertThat(rewritten(SMALLEST)).isEqualTo(SMALLEST);
        assertThat(rewritten(LARGEST)).isEqualTo(LARGEST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"tags\":[\"a\",\"\"] | \"tags\":[\"a\",\"A\"] | Expected tags[1] to match ^[a-z]*$, but it does not",
                "\"tags\":[\"a\",\"\"] | \"tags\":[\"a\",null] | Expected tags[1] to be a text, but it is null",
                "\"tags\":[\"a\",\"\"] | \"tags\":null | Expected tags to be a list, but it is null",
                "\"counts\":[1,1000] | \"counts\":[1,1001] | Expected counts[1] to be between 1 and 1000, but it is 1001",
                "\"kinds\":[\"letter\" | \"kinds\":[\"Letter\" | Expected kinds[0] to be one of big-box, letter, but it is 'Letter'",
                "\"weight\":5 | \"weight\":-1 | Expected weight to be between 0 and 9223372036854775807, but it is -1",
                "\"email\":\"a@b\" | \"email\":\"a\" | Expected buyer.email to match ^[^\\p{Z}@\\p{Cc}\\p{Cs}]+@"
                        + "[^\\p{Z}@\\p{Cc}\\p{Cs}]+$, but it does not",
            })
    void shouldRefuseWhatTheSpecDoesNotAllow(String part, String replacement, String reason) {
        // given
        assertThat(LARGEST).contains(part);
        // when // then
        assertThatThrownBy(() -> rewritten(LARGEST.replace(part, replacement))).hasRootCauseMessage(reason);
    }

    /** The code of other languages is tested with the same files. */
    @ParameterizedTest
    @MethodSource
    void shouldAgreeOnTheVectors(Path vector) throws Exception {
        // given
        String type = vector.getName(vector.getNameCount() - 3).toString();
        String json = Files.readString(vector);
        // when // then
        if (vector.toString().contains("/valid/")) {
            Path canonical =
                    vector.resolveSibling(vector.getFileName().toString().replaceFirst("~.*", ".json"));
            assertThat(rewritten(type, json)).isEqualTo(Files.readString(canonical));
        } else {
            String path = vector.toString().replaceFirst(".*@(.*)\\.json", "$1");
            assertThatThrownBy(() -> rewritten(type, json)).hasStackTraceContaining("Expected " + path + " to ");
        }
    }

    private static List<Path> shouldAgreeOnTheVectors() throws IOException {
        try (Stream<Path> files = Files.walk(VECTORS)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String rewritten(String json) throws Exception {
        return rewritten("shop.order-placed.v1", json);
    }

    private static String rewritten(String wireName, String json) throws Exception {
        try (URLClassLoader golden = loader()) {
            Object type = type(golden, wireName);
            Class<?> codec = golden.loadClass("io.refundtool.events.EventCodec");
            Object event = codec.getMethod("readStrictly", type.getClass(), byte[].class)
                    .invoke(null, type, json.getBytes(StandardCharsets.UTF_8));
            Object written = codec.getMethod("write", golden.loadClass("io.refundtool.events.Event"))
                    .invoke(null, event);
            return new String((byte[]) written, StandardCharsets.UTF_8);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object type(ClassLoader golden, String wireName) throws ReflectiveOperationException {
        Class<?> types = golden.loadClass("io.refundtool.events.EventType");
        return ((Optional<?>) types.getMethod("of", String.class).invoke(null, wireName)).orElseThrow();
    }

    /** Sees the golden classes in place of this module's generated ones, and all other classes as they are. */
    private static URLClassLoader loader() throws MalformedURLException {
        List<URL> urls = new ArrayList<>(
                List.of(compiled.toUri().toURL(), CLASSES.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(URI.create(Path.of(entry).toUri().toString()).toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
