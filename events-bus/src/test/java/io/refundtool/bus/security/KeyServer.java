package io.refundtool.bus.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Where an issuer publishes its keys. */
final class KeyServer implements AutoCloseable {

    private static final int BACKLOG = 10;

    private final AtomicReference<String> published = new AtomicReference<>("");
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer http;

    KeyServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/keys", exchange -> {
            try (exchange) {
                requests.incrementAndGet();
                byte[] body = published.get().getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(body.length == 0 ? 500 : 200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
        http.start();
    }

    void publish(String jwks) {
        published.set(jwks);
    }

    /** Answers nothing but errors. */
    void fail() {
        published.set("");
    }

    int requests() {
        return requests.get();
    }

    String url() {
        return "http://localhost:" + http.getAddress().getPort() + "/keys";
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
