package io.refundtool.fiscalization.atol;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** ATOL Online's JSON: what is read from it, leniently, and the mapper for both ways. */
final class AtolJson {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_NUMBER_LENGTH = 40;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .build())
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private AtolJson() {}

    record TokenAnswer(@Nullable AtolError error, @Nullable String token) {}

    /** The answer to a registration, and the report: both have these. */
    record Report(
            @Nullable String uuid,
            @Nullable String status,
            @Nullable AtolError error,
            @Nullable String externalId,
            @Nullable String groupCode,
            @Nullable Payload payload) {}

    record AtolError(
            @Nullable String errorId,
            @Nullable Integer code,
            @Nullable String text,
            @Nullable String type) {}

    record Payload(
            @Nullable BigDecimal total,
            @Nullable String fnNumber,
            @Nullable Long shiftNumber,
            @Nullable String receiptDatetime,
            @Nullable Long fiscalReceiptNumber,
            @Nullable Long fiscalDocumentNumber,
            @Nullable Long fiscalDocumentAttribute,
            @Nullable String ecrRegistrationNumber,
            @Nullable String ofdReceiptUrl) {}

    /**
     * Reads ATOL Online's JSON.
     *
     * @throws IllegalArgumentException if the text is not what it should be; the text itself is not quoted
     */
    static <T> T read(String json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new IllegalArgumentException("Expected a JSON object, but it is null");
            }
            return value;
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("Expected ATOL Online's JSON, but it cannot be read: "
                    + broken.getClass().getSimpleName());
        }
    }
}
