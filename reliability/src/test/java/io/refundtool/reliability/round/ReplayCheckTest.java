package io.refundtool.reliability.round;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayCheckTest {

    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void shouldFindNothingWhenAllPartitionsOfAllInstancesAreTheSame() throws Exception {
        URI one = instance(200, answer("0, 2", "", 0));
        URI other = instance(200, answer("1", "", 0));
        assertThat(new ReplayCheck(3, List.of(one, other)).findings()).isEmpty();
    }

    @Test
    void shouldNameTheOrderThatDiffersAndHow() throws Exception {
        String difference =
                "{\"orderId\": \"O-7\", \"where\": \"refund R-1: state.in\", \"expected\": \"a\", \"found\": \"b\"}";
        URI one = instance(200, answer("0", "", 0));
        URI other = instance(200, answer("1", difference, 0));
        assertThat(new ReplayCheck(2, List.of(one, other)).findings())
                .containsExactly("order O-7: Expected refund R-1: state.in to be a as its events say, but it is b");
    }

    @Test
    void shouldFindThatAPartitionIsMissing() throws Exception {
        URI one = instance(200, answer("0, 2", "", 0));
        assertThat(new ReplayCheck(3, List.of(one)).findings())
                .containsExactly(
                        "Expected the orders of all 3 partitions to be replayed, but only those of [0, 2] were");
    }

    @Test
    void shouldFindOrdersThatNeverRest() throws Exception {
        URI one = instance(200, answer("0", "", 2));
        assertThat(new ReplayCheck(1, List.of(one)).findings())
                .containsExactly("Expected every order to rest, but 2 do not");
    }

    @Test
    void shouldFindAnInstanceThatRefuses() throws Exception {
        URI one = instance(409, "busy");
        assertThat(new ReplayCheck(0, List.of(one)).findings())
                .containsExactly("Expected %s to replay its orders, but it answers 409: busy".formatted(one));
    }

    @Test
    void shouldFindAnInstanceThatIsAway() throws Exception {
        // given
        URI one = instance(200, "");

        // when
        stop();

        // then
        assertThat(new ReplayCheck(0, List.of(one)).findings())
                .singleElement()
                .asString()
                .startsWith("Expected every instance to replay its orders, but ");
    }

    private static String answer(String partitions, String differences, int unsettled) {
        return "{\"partitions\": [%s], \"differences\": [%s], \"unsettled\": %d}"
                .formatted(partitions, differences, unsettled);
    }

    /** Where an instance answers so. */
    private URI instance(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/replay", exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
