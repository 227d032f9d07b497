package io.refundtool.messaging.deadletters.web;

import io.refundtool.events.InvalidEventException;
import io.refundtool.events.common.Limits;
import io.refundtool.messaging.deadletters.LetterAction;
import io.refundtool.messaging.deadletters.LetterRequest;
import io.refundtool.messaging.web.BadParameterException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A body that decides about letters: {@code action}, {@code reason}, perhaps {@code notBefore}, and for many letters
 * either {@code ids} or {@code cause} with perhaps {@code after}.
 *
 * @param ids which letters; empty if a cause says it
 * @param cause all letters of this cause that wait; null if ids say it
 * @param after only those with a higher number
 */
record LetterOrder(
        LetterRequest request, List<String> ids, @Nullable String cause, long after) {

    /** Most letters of one request. */
    static final int MAX_LETTERS = 500;

    private static final Set<String> OF_ONE = Set.of("action", "reason", "notBefore");
    private static final Set<String> OF_MANY = Set.of("action", "reason", "notBefore", "ids", "cause", "after");

    /** Reads what is decided about one letter. */
    static LetterOrder ofOne(JsonNode body, String operator, @Nullable String key, String id) {
        requireObject(body, OF_ONE);
        return new LetterOrder(request(body, operator, key), List.of(id), null, 0);
    }

    /** Reads what is decided about many letters. */
    static LetterOrder ofMany(JsonNode body, String operator, @Nullable String key) {
        requireObject(body, OF_MANY);
        if (body.has("ids") == body.has("cause")) {
            throw new BadParameterException("ids", "Expected either ids or a cause, but there are both or none");
        }
        LetterRequest request = request(body, operator, key);
        return body.has("ids")
                ? new LetterOrder(request, ids(body.path("ids")), null, 0)
                : new LetterOrder(request, List.of(), name(body, "cause"), after(body.path("after")));
    }

    private static void requireObject(JsonNode body, Set<String> names) {
        if (!body.isObject()) {
            throw new BadParameterException("Expected a JSON object, but it is none");
        }
        body.propertyNames().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadParameterException(
                            name,
                            "Expected only %s, but there is another property"
                                    .formatted(names.stream().sorted().toList()));
                });
    }

    private static LetterRequest request(JsonNode body, String operator, @Nullable String key) {
        String action = name(body, "action");
        try {
            Limits.SHORT_TEXT.check("X-Operator", operator);
            Limits.EVENT_ID.checkIfPresent("Idempotency-Key", key);
            String reason = name(body, "reason");
            Limits.LONG_TEXT.check("reason", reason);
            return new LetterRequest(
                    LetterAction.named(action).orElseThrow(() -> noAction()),
                    reason,
                    operator,
                    key,
                    notBefore(body.path("notBefore")));
        } catch (InvalidEventException e) {
            throw new BadParameterException(e.path(), Objects.requireNonNull(e.getMessage()));
        }
    }

    private static BadParameterException noAction() {
        return new BadParameterException(
                "action", "Expected action to be one of %s, but it is another word".formatted(LetterAction.words()));
    }

    private static @Nullable Instant notBefore(JsonNode time) {
        if (time.isMissingNode()) {
            return null;
        }
        try {
            Instant notBefore = Instant.parse(time.asString(""));
            if (notBefore.isAfter(Instant.now().plus(LetterRequest.LONGEST_DELAY))) {
                throw new BadParameterException(
                        "notBefore",
                        "Expected notBefore within %d days, but it is later"
                                .formatted(LetterRequest.LONGEST_DELAY.toDays()));
            }
            return notBefore;
        } catch (DateTimeParseException e) {
            throw new BadParameterException("notBefore", "Expected notBefore to be an RFC 3339 time, but it is none");
        }
    }

    private static long after(JsonNode after) {
        if (after.isMissingNode()) {
            return 0;
        }
        if (!after.isIntegralNumber() || !after.canConvertToLong() || after.longValue() < 0) {
            throw new BadParameterException("after", "Expected after to be a letter's number, but it is none");
        }
        return after.longValue();
    }

    private static List<String> ids(JsonNode list) {
        if (!list.isArray() || list.isEmpty() || list.size() > MAX_LETTERS) {
            throw new BadParameterException(
                    "ids", "Expected ids to be a list of 1 to %d ids, but it is not".formatted(MAX_LETTERS));
        }
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode id : list) {
            if (!id.isString()) {
                throw new BadParameterException("ids", "Expected every id to be text, but one is not");
            }
            DeadLetterController.requireName("ids", id.stringValue());
            ids.add(id.stringValue());
        }
        return List.copyOf(ids);
    }

    private static String name(JsonNode body, String property) {
        JsonNode value = body.path(property);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw new BadParameterException(property, "Expected %s to have words, but it has none".formatted(property));
        }
        return value.stringValue();
    }
}
