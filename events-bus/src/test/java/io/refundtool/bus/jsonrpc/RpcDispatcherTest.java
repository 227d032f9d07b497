package io.refundtool.bus.jsonrpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.publish.Sender;
import io.refundtool.events.EventType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of a call whose method has a bug. */
class RpcDispatcherTest {

    private static final RpcMethod BROKEN = new RpcMethod() {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public RpcOutcome call(RpcCall.Params params, RpcCaller caller) {
            throw new IllegalStateException("secret");
        }
    };

    private static final RpcCaller NOBODY = new RpcCaller() {
        @Override
        public Sender sender(EventType type) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public Optional<String> refusal(EventType type) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public Optional<String> tooManyEvents(EventType type, int events) {
            throw new AssertionError("nobody asks");
        }
    };

    private final RpcDispatcher dispatcher = new RpcDispatcher(List.of(BROKEN));

    @Test
    void shouldAnswerABugWithAnInternalErrorAndGoOn() {
        // when
        JsonNode answer = answer("""
                [{"jsonrpc": "2.0", "method": "broken", "id": 1}, {"jsonrpc": "2.0", "method": "none", "id": 2}]""");

        // then
        assertThat(answer.at("/0/error/code").asInt()).isEqualTo(-32603);
        assertThat(answer.toString()).doesNotContain("secret");
        assertThat(answer.at("/1/error/code").asInt()).isEqualTo(-32601);
    }

    private JsonNode answer(String body) {
        Object answer =
                dispatcher.answer(body.getBytes(StandardCharsets.UTF_8), NOBODY).orElseThrow();
        return new JsonMapper().valueToTree(answer);
    }
}
