package io.refundtool.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.refundtool.events.sampling.EventSampler;
import io.refundtool.events.sampling.Mutation;
import io.refundtool.events.sampling.Schema;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas and the generated types say the same, for events made at random from the schemas.
 *
 * <p>A failure names its seed; put it into {@code -Devents.seed=…} to see that event again.
 */
class SchemaAgreementTest {

    private static final int EVENTS_PER_TYPE = 200;
    private static final int MUTATIONS_PER_EVENT = 3;
    private static final long FIRST_SEED = Long.getLong("events.seed", 20_260_101);
    private static final int SEEDS = Long.getLong("events.seed") == null ? EVENTS_PER_TYPE : 1;

    private static final int MAX_SHOWN = 10_000;
    private static final List<Mutation> MUTATIONS = List.of(Mutation.values());

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .losslessNarrowing(true)
                    .build()));

    @ParameterizedTest
    @EnumSource
    void shouldAcceptWhatTheSchemaAcceptsAndWriteItBackByteForByte(EventType type) {
        Schema schema = Schema.of(type);
        var validator = REGISTRY.getSchema(schema.root());
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            // given
            ObjectNode sample = new EventSampler(new SplittableRandom(seed)).event(schema);
            String json = MAPPER.writeValueAsString(sample);
            // when
            Event event = read(type, json, seed);
            // then
            assertThat(validator.validate(sample))
                    .as(describe(seed, "valid", json))
                    .isEmpty();
            assertThat(event).as("seed %d", seed).isInstanceOf(type.javaType());
            assertThat(event.eventType()).isEqualTo(type);
            assertThat(new String(EventCodec.write(event), StandardCharsets.UTF_8))
                    .as("seed %d", seed)
                    .isEqualTo(json);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseWhatTheSchemaRefuses(EventType type) {
        Schema schema = Schema.of(type);
        var validator = REGISTRY.getSchema(schema.root());
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ObjectNode valid = new EventSampler(random).event(schema);
            for (int i = 0; i < MUTATIONS_PER_EVENT; i++) {
                // given
                ObjectNode event = valid.deepCopy();
                Mutation mutation = MUTATIONS.get(random.nextInt(MUTATIONS.size()));
                if (!mutation.apply(event, schema, random)) {
                    continue;
                }
                String json = MAPPER.writeValueAsString(event).replace(Mutation.LONE_SURROGATE, "\\ud800");
                // when // then
                Supplier<String> what = describe(seed, mutation.name(), json);
                assertThat(validator.validate(MAPPER.readTree(json))).as(what).isNotEmpty();
                assertThatThrownBy(() -> EventCodec.readStrictly(type, json.getBytes(StandardCharsets.UTF_8)))
                        .as(what)
                        .isInstanceOf(InvalidEventException.class)
                        .hasMessageStartingWith("Expected ");
            }
        }
    }

    @Test
    void shouldTryEveryMutation() {
        // given
        Schema schema = Schema.of(EventType.BOB_REFUND_REQUESTED_V1);
        Map<Mutation, Integer> tried = new EnumMap<>(Mutation.class);
        SplittableRandom random = new SplittableRandom(FIRST_SEED);
        // when
        for (int i = 0; i < EVENTS_PER_TYPE; i++) {
            Mutation mutation = MUTATIONS.get(i % MUTATIONS.size());
            if (mutation.apply(new EventSampler(random).event(schema), schema, random)) {
                tried.merge(mutation, 1, Integer::sum);
            }
        }
        // then
        assertThat(tried).containsOnlyKeys(Mutation.values());
    }

    @Test
    void shouldTakeAWholeNumberWithAFractionOfZeroAsAnIntegerAsJsonSchemaDoes() {
        // given
        ObjectNode event = sample(EventType.DEADLINE_DEADLINE_PASSED_V1);
        for (String number : new String[] {"7.0", "70e-1", "0.7e1", "7.000000000000000000000000"}) {
            String json = MAPPER.writeValueAsString(event.put("attempt", 4_711)).replace("4711", number);
            assertThat(event.get("attempt").asInt()).isEqualTo(4_711);
            // when
            Event read = EventCodec.readStrictly(
                    EventType.DEADLINE_DEADLINE_PASSED_V1, json.getBytes(StandardCharsets.UTF_8));
            // then
            assertThat(REGISTRY.getSchema(Schema.of(EventType.DEADLINE_DEADLINE_PASSED_V1)
                                    .root())
                            .validate(MAPPER.readTree(json)))
                    .as(json)
                    .isEmpty();
            assertThat(new String(EventCodec.write(read), StandardCharsets.UTF_8))
                    .contains("\"attempt\":7,");
        }
    }

    private static Event read(EventType type, String json, long seed) {
        try {
            return EventCodec.readStrictly(type, json.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidEventException e) {
            throw new AssertionError(describe(seed, "valid", json).get(), e);
        }
    }

    private static Supplier<String> describe(long seed, String what, String json) {
        return () -> "seed %d, %s: %s".formatted(seed, what, json.substring(0, Math.min(json.length(), MAX_SHOWN)));
    }

    private static ObjectNode sample(EventType type) {
        return new EventSampler(new SplittableRandom(FIRST_SEED)).event(Schema.of(type));
    }
}
