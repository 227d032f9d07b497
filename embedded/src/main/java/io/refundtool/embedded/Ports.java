package io.refundtool.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface. */
public final class Ports {

    /** Below the ports that systems give to outgoing connections: from 32768 on Linux, from 49152 elsewhere. */
    private static final int FIRST_CHOICE = 15_000;

    private static final int LAST_CHOICE = 32_000;
    private static final int MAX_TRIES = 1_000;

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
     * The port itself if it is free, or for 0 one on which nobody listens. It is not held, so take it soon: another
     * process may, but no outgoing connection gets one that was chosen here.
     *
     * @throws PortTakenException when somebody listens on it
     */
    public static int free(String user, int port) {
        if (port != 0) {
            if (!nobodyListensOn(port)) {
                throw new PortTakenException(user, port);
            }
            return port;
        }
        return ThreadLocalRandom.current()
                .ints(MAX_TRIES, FIRST_CHOICE, LAST_CHOICE + 1)
                .filter(Ports::nobodyListensOn)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Expected a free port for " + user + " from "
                        + FIRST_CHOICE + " to " + LAST_CHOICE + ", but " + MAX_TRIES + " of them are taken"));
    }

    private static boolean nobodyListensOn(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, loopback())) {
            return true;
        } catch (BindException e) {
            return false;
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
