package io.refundtool.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;

/** Ports of the loopback interface. */
public final class Ports {

    private Ports() {}

    /**
     * Makes sure that nobody listens on the port.
     *
     * @param user what wants the port, for the message
     * @param port 0 means any port, and is always free
     * @throws PortTakenException when somebody does
     */
    public static void requireFree(String user, int port) {
        int _ = free(user, port);
    }

    /**
     * The port itself if it is free, or for 0 one that the system chose. It is not held, so take it soon.
     *
     * @throws PortTakenException when somebody listens on it
     */
    public static int free(String user, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new PortTakenException(user, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bound socket, non-blocking as the broker expects it. */
    static ServerSocketChannel bind(String user, int port) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                channel.bind(new InetSocketAddress(loopback(), port));
                channel.configureBlocking(false);
                return channel;
            } catch (BindException e) {
                channel.close();
                throw new PortTakenException(user, port);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int portOf(ServerSocketChannel channel) {
        return channel.socket().getLocalPort();
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }
}
