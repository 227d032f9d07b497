package io.refundtool.bus.http;

import io.refundtool.bus.jsonrpc.RpcCaller;
import io.refundtool.bus.jsonrpc.RpcDispatcher;
import io.refundtool.bus.publish.Sender;
import io.refundtool.bus.security.Caller;
import io.refundtool.bus.security.CallerRules;
import io.refundtool.events.EventType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /rpc}: JSON-RPC 2.0. Whatever the calls come to, the status is 200, or 204 when all are notifications; only
 * a request that is refused before its body is read has another status, and problem+json.
 */
@RestController
final class RpcController {

    private final RpcDispatcher dispatcher;
    private final BytesInHand bytes;
    private final PublishAnswers answers;
    private final CallerRules rules;

    RpcController(RpcDispatcher dispatcher, BytesInHand bytes, PublishAnswers answers, CallerRules rules) {
        this.dispatcher = dispatcher;
        this.bytes = bytes;
        this.answers = answers;
        this.rules = rules;
    }

    @PostMapping(path = "/rpc", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> call(HttpServletRequest request) throws IOException {
        Caller caller = Caller.of(request.getUserPrincipal());
        return switch (bytes.admit(request, caller.limits().maxBodyBytes())) {
            case BytesInHand.Admission.TooLarge() -> Problem.BODY_TOO_LARGE.answer(rules.bodyTooLarge(caller));
            case BytesInHand.Admission.NoRoom() -> answers.busy();
            case BytesInHand.Admission.Admitted admitted -> {
                try (admitted) {
                    yield dispatcher
                            .answer(admitted.body(), new HttpCaller(caller, rules, request))
                            .map(ResponseEntity::ok)
                            .orElseGet(() -> ResponseEntity.noContent().build());
                }
            }
        };
    }

    private record HttpCaller(Caller caller, CallerRules rules, HttpServletRequest request) implements RpcCaller {

        @Override
        public Sender sender(EventType type) {
            return Senders.of(caller, request);
        }

        @Override
        public Optional<String> refusal(EventType type) {
            return rules.refusal(caller, type);
        }

        @Override
        public Optional<String> tooManyEvents(EventType type, int events) {
            return rules.tooManyEvents(caller, type, events);
        }
    }
}
