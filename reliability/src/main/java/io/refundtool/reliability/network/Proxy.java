package io.refundtool.reliability.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port that leads to another port of this machine, while it is open. */
public final class Proxy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Proxy.class);
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int BACKLOG = 200;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private enum State {
        OPEN,
        CUT,
        SILENT
    }

    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService pumps = Executors.newVirtualThreadPerTaskExecutor();
    private State state = State.OPEN;

    /** Begins to listen at once. */
    public Proxy(int port, int targetPort) {
        try {
            this.listener = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        pumps.execute(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Closes every connection, and every new one at once: the other side is there no more. */
    public void cut() {
        become(State.CUT);
        sockets.forEach(Proxy::reset);
    }

    /** Holds every byte back, and those of new connections too: nobody is told that anything is wrong. */
    public void silence() {
        become(State.SILENT);
    }

    /** All is well again; bytes that were held back go on. */
    public void open() {
        become(State.OPEN);
    }

    private synchronized void become(State next) {
        state = next;
        notifyAll();
    }

    private synchronized boolean isCut() {
        return state == State.CUT;
    }

    private synchronized void awaitOpen() throws InterruptedException {
        while (state == State.SILENT) {
            wait();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                sockets.add(client);
                pumps.execute(() -> connect(client));
            } catch (IOException e) {
                LOG.debug("The proxy on port {} does not accept", port(), e);
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        sockets.add(server);
        try {
            server.connect(target, Math.toIntExact(CONNECT_LIMIT.toMillis()));
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            pumps.execute(() -> pump(server, client));
            pump(client, server);
        } catch (IOException e) {
            end(client, server);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int count = 0;
            while (count >= 0 && !isCut()) {
                out.write(buffer, 0, count);
                count = in.read(buffer);
                awaitOpen();
            }
        } catch (IOException e) {
            LOG.debug("A connection through port {} ended", port(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(from, to);
        }
    }

    private void end(Socket one, Socket other) {
        reset(one);
        reset(other);
        sockets.remove(one);
        sockets.remove(other);
    }

    /** Without the half-closed state in which a peer might still wait for an answer. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            LOG.trace("It is closed already", e);
        }
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
        pumps.shutdownNow();
    }
}
