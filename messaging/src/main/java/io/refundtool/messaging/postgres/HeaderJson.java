package io.refundtool.messaging.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An event's headers as a JSON object, so that an operator can read the outbox. */
final class HeaderJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private HeaderJson() {}

    /** For headers that are text and have a name each, as {@code CloudEvents} writes them. */
    static String write(Headers headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Header header : headers) {
            texts.put(header.key(), new String(header.value(), UTF_8));
        }
        return JSON.writeValueAsString(texts);
    }

    static Headers read(String json) {
        Headers headers = new RecordHeaders();
        JSON.readValue(json, TEXTS).forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        return headers;
    }
}
