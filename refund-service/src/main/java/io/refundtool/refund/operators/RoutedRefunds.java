package io.refundtool.refund.operators;

import io.refundtool.events.EventCodec;
import io.refundtool.events.EventType;
import io.refundtool.events.common.Country;
import io.refundtool.events.operator.OperatorDecision;
import io.refundtool.refund.query.AskedAs;
import io.refundtool.refund.query.OrderRouting;
import io.refundtool.refund.query.PeerAnswer;
import io.refundtool.refund.query.PeerRequest;
import io.refundtool.refund.query.Reading;
import io.refundtool.refund.query.StoreUnavailableException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the state machine knows of refunds, on whichever instance: so a decision can be posted at any. What a copy does not
 * know may be known all the same, so then it cannot be told just now.
 */
public final class RoutedRefunds implements KnownRefunds {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final KnownRefunds here;
    private final OrderRouting routing;

    /**
     * Knows what all instances know.
     *
     * @param here what this one knows
     */
    public RoutedRefunds(KnownRefunds here, OrderRouting routing) {
        this.here = here;
        this.routing = routing;
    }

    @Override
    public Optional<Country> country(String orderId, String refundId) {
        return ask(
                orderId,
                PeerRequest.path("/api/v1/orders/%s/refunds/%s", orderId, refundId),
                () -> here.country(orderId, refundId),
                RoutedRefunds::country);
    }

    @Override
    public Optional<OperatorDecision> applied(String orderId, String eventId) {
        return ask(
                orderId,
                PeerRequest.path("/api/v1/orders/%s/events/%s", orderId, eventId),
                () -> here.applied(orderId, eventId),
                RoutedRefunds::decision);
    }

    private <T> Optional<T> ask(
            String orderId, PeerRequest request, Supplier<Optional<T>> read, Function<JsonNode, Optional<T>> parse) {
        return routing.ask(
                new OrderRouting.Question<>(
                        orderId,
                        request,
                        reading -> sure(orderId, reading, read.get()),
                        answer -> found(answer).flatMap(parse)),
                AskedAs.ANYBODY);
    }

    private static <T> Optional<T> sure(String orderId, Reading reading, Optional<T> found) {
        if (found.isEmpty() && reading instanceof Reading.Stale) {
            throw StoreUnavailableException.unsure(orderId);
        }
        return found;
    }

    private static Optional<JsonNode> found(PeerAnswer answer) {
        if (answer.isNotFound()) {
            return Optional.empty();
        }
        if (!answer.isOk()) {
            throw new IllegalStateException(
                    "Expected instance %s to know, but it answered %d".formatted(answer.peer(), answer.status()));
        }
        return Optional.of(JSON.readTree(answer.body()));
    }

    private static Optional<Country> country(JsonNode refund) {
        String word = refund.path("country").asString();
        return Arrays.stream(Country.values())
                .filter(country -> country.wire().equals(word))
                .findFirst();
    }

    private static Optional<OperatorDecision> decision(JsonNode event) {
        return EventType.of(event.path("eventType").asString())
                .filter(type -> DecisionKind.of(type.wireName()).isPresent())
                .map(type -> (OperatorDecision) EventCodec.read(type, JSON.writeValueAsBytes(event.path("data"))));
    }
}
