package io.refundtool.reliability.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxyTest {

    private static final int PATIENCE_MS = 60_000;
    private static final int A_MOMENT_MS = 200;

    private final ServerSocket echo = echo();
    private final Proxy proxy = new Proxy(0, echo.getLocalPort());

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void shouldPassBytesOnInBothDirections() throws IOException {
        try (Socket client = connect()) {
            assertThat(answerTo(client, 7)).isEqualTo(7);
        }
    }

    @Test
    void shouldEndConnectionsWhenItIsCutAndTakeNewOnesWhenItIsOpenAgain() throws IOException {
        // given
        try (Socket client = connect()) {
            assertThat(answerTo(client, 7)).isEqualTo(7);

            // when
            proxy.cut();

            // then
            assertThatThrownBy(() -> answerOrEnd(client)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> {
                        try (Socket another = connect()) {
                            answerOrEnd(another);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }

        // when
        proxy.open();

        // then
        try (Socket client = connect()) {
            assertThat(answerTo(client, 8)).isEqualTo(8);
        }
    }

    @Test
    void shouldHoldBytesBackAndPassThemOnLater() throws IOException {
        // given
        try (Socket client = connect()) {
            proxy.silence();
            client.getOutputStream().write(7);
            client.setSoTimeout(A_MOMENT_MS);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            // when
            proxy.open();

            // then
            client.setSoTimeout(PATIENCE_MS);
            assertThat(client.getInputStream().read()).isEqualTo(7);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    private static int answerTo(Socket client, int asked) throws IOException {
        client.getOutputStream().write(asked);
        return client.getInputStream().read();
    }

    /** The end of the stream is an end like any other. */
    private static void answerOrEnd(Socket client) throws IOException {
        if (answerTo(client, 1) < 0) {
            throw new IOException("The connection ended");
        }
    }

    private static ServerSocket echo() {
        try {
            ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> serve(server));
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void serve(ServerSocket server) {
        try {
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> {
                    try (client) {
                        long _ = client.getInputStream().transferTo(client.getOutputStream());
                    } catch (IOException e) {
                        // The proxy ended the connection.
                    }
                });
            }
        } catch (IOException e) {
            // The test is over.
        }
    }
}
