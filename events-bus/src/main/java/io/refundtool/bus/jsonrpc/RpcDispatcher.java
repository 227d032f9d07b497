package io.refundtool.bus.jsonrpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Answers a body of calls as JSON-RPC 2.0 has it, one call after the other in their order. Once Kafka turned out to be
 * away the calls behind are not tried, so that a batch waits for it once and not a hundred times.
 */
public final class RpcDispatcher {

    private static final Logger log = LoggerFactory.getLogger(RpcDispatcher.class);

    private static final RpcOutcome NOT_TRIED = new RpcOutcome.Failed(RpcError.Code.KAFKA_AWAY.because(
            "Expected Kafka to take the events of a call before this one, but it did not; this call was not tried"));

    private final Map<String, RpcMethod> methods;

    public RpcDispatcher(List<RpcMethod> methods) {
        this.methods = methods.stream().collect(Collectors.toUnmodifiableMap(RpcMethod::name, Function.identity()));
    }

    /** A response, a list of responses, or nothing if there were notifications only. */
    public Optional<Object> answer(byte[] json, RpcCaller caller) {
        return switch (RpcReader.read(json)) {
            case ReadRequest.Refused(RpcError error) -> Optional.of(RpcResponse.of(new RpcOutcome.Failed(error), null));
            case ReadRequest.Single(ReadRequest.Entry entry) ->
                answers(List.of(entry), caller).stream()
                        .<Object>map(Function.identity())
                        .findFirst();
            case ReadRequest.Batch(List<ReadRequest.Entry> entries) ->
                Optional.<Object>of(answers(entries, caller))
                        .filter(responses -> !List.of().equals(responses));
        };
    }

    private List<RpcResponse> answers(List<ReadRequest.Entry> entries, RpcCaller caller) {
        List<RpcResponse> responses = new ArrayList<>();
        boolean kafkaAway = false;
        for (ReadRequest.Entry entry : entries) {
            switch (entry) {
                case ReadRequest.Entry.Invalid(JsonNode id, String detail) ->
                    responses.add(RpcResponse.of(failed(RpcError.Code.INVALID_REQUEST, detail), id));
                case ReadRequest.Entry.Valid(RpcCall call) -> {
                    RpcOutcome outcome = outcome(call, caller, kafkaAway);
                    kafkaAway |= tellsThatKafkaIsAway(outcome);
                    if (call.id() != null) {
                        responses.add(RpcResponse.of(outcome, call.id()));
                    }
                }
            }
        }
        return responses;
    }

    private RpcOutcome outcome(RpcCall call, RpcCaller caller, boolean kafkaAway) {
        RpcMethod method = methods.get(call.method());
        if (method == null) {
            return failed(
                    RpcError.Code.METHOD_NOT_FOUND,
                    "Expected one of %s, but the method is none of them".formatted(methods.keySet()));
        }
        if (kafkaAway) {
            return NOT_TRIED;
        }
        try {
            return method.call(call.params(), caller);
        } catch (RuntimeException e) {
            log.error("A call of {} failed because of a bug", method.name(), e);
            return failed(
                    RpcError.Code.INTERNAL_ERROR,
                    "Expected to answer, but a bug is in the way; it is in the gateway's log");
        }
    }

    private static RpcOutcome failed(RpcError.Code code, String detail) {
        return new RpcOutcome.Failed(code.because(detail));
    }

    private static boolean tellsThatKafkaIsAway(RpcOutcome outcome) {
        return outcome instanceof RpcOutcome.Failed(RpcError error)
                && (error.code() == RpcError.Code.KAFKA_AWAY.number()
                        || error.code() == RpcError.Code.PARTLY_PUBLISHED.number());
    }
}
