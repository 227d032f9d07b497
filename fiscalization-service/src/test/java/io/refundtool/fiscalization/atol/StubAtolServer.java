package io.refundtool.fiscalization.atol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.refundtool.fiscalization.atol.AtolJournal.Sent;
import io.refundtool.fiscalization.atol.AtolReplies.Reply;
import io.refundtool.fiscalization.atol.StubAtol.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP side of {@link StubAtol}. */
final class StubAtolServer implements AutoCloseable {
    private static final String CORRECTION = "sell_refund_correction";
    private static final List<String> OPERATIONS = List.of("sell", "sell_refund", CORRECTION);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    final AtomicInteger tokens = new AtomicInteger();
    final AtomicInteger reports = new AtomicInteger();

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final AtolJournal journal;
    private final AtolScript script;
    private final CallbackPosts callbacks;
    private volatile String validToken = "";

    StubAtolServer(AtolJournal journal, AtolScript script, CallbackPosts callbacks) {
        this.journal = journal;
        this.script = script;
        this.callbacks = callbacks;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        server.setExecutor(executor);
        server.createContext("/v5/getToken", exchange -> answer(exchange, token()));
        OPERATIONS.forEach(operation -> server.createContext(
                "/v5/%s/%s".formatted(StubAtol.GROUP, operation), exchange -> register(exchange, operation)));
        server.createContext("/v5/" + StubAtol.GROUP + "/report/", this::report);
        server.start();
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:%d/v5".formatted(server.getAddress().getPort()));
    }

    void expireTokens() {
        validToken = "expired";
    }

    private void register(HttpExchange exchange, String operation) throws IOException {
        Sent sent = new Sent(operation, JSON.readTree(exchange.getRequestBody().readAllBytes()));
        if (refusesToken(exchange)) {
            answer(exchange, AtolReplies.error(401, 11, "system"));
            return;
        }
        journal.came(sent);
        Step step = script.registration();
        if (step instanceof Step.Answer scripted) {
            answer(exchange, scripted.reply());
        } else if (!sent.body().has(operation.equals(CORRECTION) ? "correction" : "receipt")) {
            answer(exchange, AtolReplies.error(400, 32, "system"));
        } else {
            register(exchange, sent, step);
        }
    }

    private void register(HttpExchange exchange, Sent sent, @Nullable Step step) throws IOException {
        String uuid = journal.newUuid();
        String known = journal.register(uuid, sent);
        if (known != null) {
            answer(exchange, AtolReplies.exists(known));
            return;
        }
        if (step instanceof Step.RegisterAndHangUp) {
            exchange.close();
            return;
        }
        if (step instanceof Step.CallBackFirst) {
            callbacks.post(journal.done(uuid));
        }
        String failure = step instanceof Step.FailLater fail ? journal.failed(uuid, sent, fail.error()) : null;
        answer(exchange, AtolReplies.accepted(uuid));
        if (failure != null) {
            callbacks.post(failure);
        } else if (step == null || step instanceof Step.GoWell) {
            callbacks.post(journal.done(uuid));
        }
    }

    private void report(HttpExchange exchange) throws IOException {
        reports.incrementAndGet();
        if (refusesToken(exchange)) {
            answer(exchange, AtolReplies.error(401, 11, "system"));
            return;
        }
        Reply scripted = script.report();
        String path = exchange.getRequestURI().getPath();
        String uuid = path.substring(path.lastIndexOf('/') + 1);
        if (scripted != null) {
            answer(exchange, scripted);
        } else if (journal.has(uuid)) {
            answer(exchange, new Reply(200, journal.outcome(uuid)));
        } else {
            answer(exchange, AtolReplies.error(400, 30, "system"));
        }
    }

    private Reply token() {
        Reply scripted = script.token();
        if (scripted != null) {
            return scripted;
        }
        validToken = "token-" + tokens.incrementAndGet();
        return AtolReplies.token(validToken);
    }

    private boolean refusesToken(HttpExchange exchange) {
        return !validToken.equals(exchange.getRequestHeaders().getFirst("Token"));
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
