package io.refundtool.events.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.refundtool.events.EventCodec;
import io.refundtool.events.EventType;
import io.refundtool.events.InvalidEventException;
import io.refundtool.events.sampling.Schema;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The test vectors in {@code event-specs/vectors}, which the code of every language is tested with: the codec and the
 * schema agree with what the name of each says.
 *
 * <p>After a change of specs: run with {@code -Dgolden.update=true}, read what changed in the directory, and commit it.
 * Vectors with names of their own may be added by hand; they are tested like the others.
 */
class VectorsTest {

    private static final Map<String, byte[]> VECTORS = VectorFiles.read();
    private static final Pattern VARIATION = Pattern.compile("~[^/]*(?=\\.json)");
    private static final Pattern PATH = Pattern.compile(".*@(.*)\\.json");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .losslessNarrowing(true)
                    .build()));

    @Test
    void shouldBeThoseThatTheSchemasAskFor() {
        // given
        Map<String, byte[]> made = VectorMaker.make();
        // when
        Map<String, byte[]> vectors = Boolean.getBoolean("golden.update") ? updated(made) : VECTORS;
        // then
        assertThat(vectors.keySet())
                .as("vectors; run with -Dgolden.update=true to write them anew, and read the change")
                .containsAll(made.keySet());
        made.forEach((path, json) -> assertThat(vectors.get(path)).as(path).isEqualTo(json));
    }

    @Test
    void shouldBeOfEventTypesThatThereAre() {
        assertThat(VECTORS.keySet())
                .allSatisfy(path -> assertThat(EventType.of(path.substring(0, path.indexOf('/'))))
                        .as(path)
                        .isPresent())
                .allSatisfy(path -> assertThat(path).containsPattern("^[^/]+/(valid|invalid)/[^/]+\\.json$"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeReadAndWrittenWhereTheyAreValid(EventType type) {
        var validator = REGISTRY.getSchema(Schema.of(type).root());
        assertThat(of(type, "valid")).isNotEmpty().allSatisfy(path -> {
            byte[] json = VECTORS.get(path);
            assertThat(validator.validate(MAPPER.readTree(json))).as(path).isEmpty();
            byte[] canonical = VECTORS.get(VARIATION.matcher(path).replaceFirst(""));
            assertThat(EventCodec.write(EventCodec.readStrictly(type, json)))
                    .asString(StandardCharsets.UTF_8)
                    .as(path)
                    .isEqualTo(new String(canonical, StandardCharsets.UTF_8));
        });
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeRefusedWhereTheyAreInvalid(EventType type) {
        var validator = REGISTRY.getSchema(Schema.of(type).root());
        assertThat(of(type, "invalid")).isNotEmpty().allSatisfy(path -> {
            byte[] json = VECTORS.get(path);
            assertThat(isValid(validator, json)).as(path).isFalse();
            InvalidEventException refusal =
                    catchThrowableOfType(InvalidEventException.class, () -> EventCodec.readStrictly(type, json));
            assertThat(refusal).as(path).isNotNull();
            var expected = PATH.matcher(path);
            if (expected.matches()) {
                assertThat(refusal.path()).as(path).isEqualTo(expected.group(1));
            }
        });
    }

    private static Map<String, byte[]> updated(Map<String, byte[]> made) {
        made.forEach((path, json) -> {
            if (!Arrays.equals(VECTORS.get(path), json)) {
                VectorFiles.write(path, json);
            }
        });
        return VectorFiles.read();
    }

    private static boolean isValid(com.networknt.schema.Schema validator, byte[] json) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            return validator.validate(MAPPER.readTree(text)).isEmpty();
        } catch (CharacterCodingException | JacksonException e) {
            return false;
        }
    }

    private static Stream<String> of(EventType type, String verdict) {
        return VECTORS.keySet().stream().filter(path -> path.startsWith(type.wireName() + "/" + verdict + "/"));
    }
}
