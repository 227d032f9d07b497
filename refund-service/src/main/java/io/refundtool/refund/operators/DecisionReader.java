package io.refundtool.refund.operators;

import io.refundtool.events.EventCodec;
import io.refundtool.events.InvalidEventException;
import io.refundtool.events.common.Country;
import io.refundtool.events.operator.NoteAdded;
import io.refundtool.events.operator.OperatorDecision;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the event of a decision. What may stand in it the spec of the event says, and its codec checks: whatever passes
 * here can be read from the topic.
 */
final class DecisionReader {

    private static final String DECISION = "decision";
    private static final String REASON = "reason";

    /** What is known already, or may not come from whoever asks. */
    private static final List<String> SET_BY_THE_SERVICE =
            List.of("orderId", "refundId", "country", "operator", "decidedAt");

    /** In ASCII, so that half a surrogate pair reaches the codec, which names its place. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private DecisionReader() {}

    /**
     * Reads a decision.
     *
     * @param country of the refund
     * @throws InvalidEventException if something is missing, too much or not what the spec allows
     */
    static OperatorDecision read(DecisionRequest request, Country country, Instant decidedAt) {
        if (!(request.body() instanceof ObjectNode body)) {
            throw new InvalidEventException("", "be a JSON object", "it is " + kindOf(request.body()));
        }
        DecisionKind kind = kind(body);
        for (String name : SET_BY_THE_SERVICE) {
            if (body.has(name)) {
                throw new InvalidEventException(name, "be left out", "it is there: the service sets it");
            }
        }
        ObjectNode event = body.deepCopy();
        event.remove(DECISION);
        event.put("orderId", request.orderId());
        event.put("refundId", request.refundId());
        event.put("country", country.wire());
        event.put("operator", request.operator());
        event.put("decidedAt", decidedAt.toString());
        if (kind == DecisionKind.ADD_NOTE && !event.has(REASON)) {
            event.put(REASON, "");
        }
        return saysWhy((OperatorDecision) EventCodec.readStrictly(kind.eventType(), JSON.writeValueAsBytes(event)));
    }

    private static DecisionKind kind(ObjectNode body) {
        JsonNode word = body.path(DECISION);
        String names = "be one of " + DecisionKind.words();
        if (!word.isString()) {
            throw new InvalidEventException(DECISION, names, "it is " + kindOf(word));
        }
        return DecisionKind.named(word.stringValue())
                .orElseThrow(() -> new InvalidEventException(DECISION, names, "it is another word"));
    }

    private static OperatorDecision saysWhy(OperatorDecision decision) {
        if (decision instanceof NoteAdded added) {
            requireWords("note", added.note());
        } else {
            requireWords(REASON, decision.reason());
        }
        return decision;
    }

    static void requireWords(String field, String text) {
        if (text.isBlank()) {
            throw new InvalidEventException(field, "have words", "it has none");
        }
    }

    private static String kindOf(JsonNode value) {
        return value.isMissingNode()
                ? "missing"
                : "of the kind " + value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
