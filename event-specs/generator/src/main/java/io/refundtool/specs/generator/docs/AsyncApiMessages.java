package io.refundtool.specs.generator.docs;

import static io.refundtool.specs.generator.docs.AsyncApiRenderer.ordered;

import io.refundtool.specs.generator.model.Deprecation;
import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.TopicSpec;
import java.util.List;
import java.util.Map;

/** The messages of the AsyncAPI document: CloudEvents 1.0 in Kafka's binary mode, and dead letters. */
final class AsyncApiMessages {

    static final String DEAD_LETTER = "dead-letter";
    static final String HEADERS = "CloudEventHeaders";

    private AsyncApiMessages() {}

    static Map<String, Object> event(TopicSpec.TopicEvent entry, Object key) {
        EventSpec event = entry.event();
        Map<String, Object> message = ordered(
                "name", event.wireName(),
                "title", event.title(),
                "description", event.description(),
                "contentType", "application/json",
                "headers",
                        ordered(
                                "allOf",
                                List.of(AsyncApiRenderer.reference("#/components/schemas/" + HEADERS), typeOf(event))),
                "payload", AsyncApiRenderer.reference("#/components/schemas/" + event.wireName()),
                "bindings", ordered("kafka", AsyncApiBindings.message(key)),
                "examples", List.of(ordered("name", event.event(), "payload", Example.of(event.properties()))),
                "x-compatibility", event.compatibility().word());
        TopicSpec.Expectation expects = entry.expects();
        if (expects != null) {
            message.put(
                    "x-expects",
                    ordered("anyOf", expects.anyOf(), "within", expects.within().toString()));
        }
        Deprecation deprecation = event.deprecation();
        if (deprecation != null) {
            message.put(
                    "x-deprecated",
                    ordered(
                            "since", deprecation.since().toString(),
                            "sunset", deprecation.sunset().toString(),
                            "successor", deprecation.successor()));
        }
        return message;
    }

    private static Map<String, Object> typeOf(EventSpec event) {
        return ordered("properties", ordered("ce_type", ordered("const", event.wireName())));
    }

    /** The attributes of CloudEvents and W3C Trace Context, as headers. */
    static Map<String, Object> headers() {
        return ordered(
                "type",
                "object",
                "description",
                "CloudEvents 1.0, Kafka protocol binding, binary mode.",
                "required",
                List.of(
                        "content-type",
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_subject",
                        "ce_time",
                        "ce_dataschema",
                        "ce_partitionkey",
                        "ce_country"),
                "properties",
                ordered(
                        "content-type", ordered("const", "application/json"),
                        "ce_specversion", ordered("const", "1.0"),
                        "ce_id", text("The event's id, unique for its source; readers drop what they have seen."),
                        "ce_source", text("The system whose fact it is, such as /payment."),
                        "ce_type", text("The name of the event with its version."),
                        "ce_subject", text("The refund's id."),
                        "ce_time", ordered("type", "string", "format", "date-time"),
                        "ce_dataschema", text("The path of its schema at the gateway."),
                        "ce_partitionkey", text("The order's id, which is the key of the record too."),
                        "ce_country", AsyncApiRenderer.reference("#/components/schemas/Country"),
                        "traceparent", text("W3C Trace Context.")));
    }

    /** What a service could not read, as it came, with origin and cause. */
    static Map<String, Object> deadLetter() {
        return ordered(
                "name",
                DEAD_LETTER,
                "title",
                "Dead letter",
                "description",
                "A record that a service could not read or store: key, value and headers as they came, and headers "
                        + "dl_* with its origin and cause.",
                "headers",
                ordered(
                        "type", "object",
                        "required", List.of("dl_cause", "dl_message", "dl_origin_topic", "dl_service"),
                        "properties",
                                ordered(
                                        "dl_cause", text("A code such as UNKNOWN_VERSION."),
                                        "dl_message", text("A sentence \"Expected …, but …\"."),
                                        "dl_origin_topic", text("Where it was read."),
                                        "dl_origin_partition", text("A number."),
                                        "dl_origin_offset", text("A number."),
                                        "dl_service", text("Who could not read it."))),
                "payload",
                ordered("description", "Any bytes."));
    }

    private static Map<String, Object> text(String description) {
        return ordered("type", "string", "description", description);
    }
}
