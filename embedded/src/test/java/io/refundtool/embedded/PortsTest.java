package io.refundtool.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final int TIMES = 100;

    /** Linux, of all systems, begins with the lowest. */
    private static final int FIRST_OF_OUTGOING_CONNECTIONS = 32_768;

    @Test
    void shouldChooseOnlyPortsThatNoOutgoingConnectionGets() {
        assertThat(IntStream.range(0, TIMES).map(_ -> Ports.free("a test", 0)))
                .allSatisfy(port -> assertThat(port).isBetween(1024, FIRST_OF_OUTGOING_CONNECTIONS - 1));
    }

    @Test
    void shouldNameThePortThatIsTakenAndWhoWantedIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.free("a test", taken.getLocalPort()))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContainingAll("a test", Integer.toString(taken.getLocalPort()));
        }
    }
}
