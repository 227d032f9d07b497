package io.refundtool.sandbox.atol;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.refundtool.embedded.PortTakenException;
import io.refundtool.sandbox.faults.FaultPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * ATOL Online's HTTP protocol, version 5: a token, registration of receipts, the report, and the callback once a
 * receipt is printed. It knows one shop: the group, login and password in {@link Account}.
 */
public final class AtolServer implements AutoCloseable {

    private static final String BASE = "/possystem/v5/";
    private static final int MAX_BODY_BYTES = 1_000_000;
    private static final int BACKLOG = 256;
    private static final int OK = 200;

    /** Who may register receipts. */
    public record Account(String group, String login, String password) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final HttpServer http;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final AtolDesk desk;
    private final Registrations registrations;

    /**
     * @param address of the interface to listen on
     * @param port 0 for any
     * @param faults says when it misbehaves
     * @throws PortTakenException when the port belongs to somebody else
     */
    public AtolServer(String address, int port, Account account, AtolLedger ledger, FaultPlan faults, Clock clock) {
        AtolConduct conduct = new AtolConduct(faults);
        this.desk = new AtolDesk(account, ledger, conduct, clock);
        this.registrations = new Registrations(desk, conduct);
        try {
            this.http = HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
        } catch (BindException e) {
            throw new PortTakenException("ATOL's simulator", port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(requests);
        http.createContext(BASE, this::handle);
        http.start();
    }

    /** What a client needs as its base URL. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/possystem/v5");
    }

    /** Shows something else as JSON on the same port, for a person to look at. */
    public void show(String path, Supplier<?> what) {
        http.createContext(path, exchange -> {
            try (exchange) {
                HttpAnswers.json(
                        exchange, OK, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(what.get()));
            }
        });
    }

    /** Shows a text on the same port, for a command line. */
    public void showText(String path, Supplier<String> what) {
        http.createContext(path, exchange -> {
            try (exchange) {
                HttpAnswers.text(exchange, OK, what.get());
            }
        });
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
            String path = exchange.getRequestURI().getPath().substring(BASE.length());
            HttpAnswers.write(exchange, answer(exchange, path.split("/", -1), body), JSON);
        }
    }

    private AtolAnswer answer(HttpExchange exchange, String[] path, byte[] body) {
        boolean post = exchange.getRequestMethod().equals("POST");
        if (post && path.length == 1 && path[0].equals("getToken")) {
            return json(body).map(desk::token).orElseGet(AtolAnswer::notJson);
        }
        Optional<AtolError> refusal =
                desk.refusal(path[0], exchange.getRequestHeaders().getFirst("Token"));
        if (refusal.isPresent()) {
            return AtolAnswer.failed(refusal.get());
        }
        if (!post && path.length == 3 && path[1].equals("report")) {
            return desk.report(path[2]);
        }
        if (post && path.length == 2) {
            return register(exchange, path[1], body);
        }
        return AtolAnswer.failed(new AtolError(400, AtolError.UNKNOWN_OPERATION, "unknown operation"));
    }

    private AtolAnswer register(HttpExchange exchange, String operation, byte[] body) {
        String contentType = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        return contentType.startsWith("application/json")
                ? json(body)
                        .map(receipt -> registrations.register(operation, receipt))
                        .orElseGet(AtolAnswer::notJson)
                : AtolAnswer.failed(new AtolError(415, AtolError.WRONG_CONTENT_TYPE, "application/json expected"));
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The JSON of an answer or a callback. */
    static byte[] write(Map<String, @Nullable Object> body) {
        return JSON.writeValueAsBytes(body);
    }

    /** How many results will still be told, or can still be asked for. */
    public int pending() {
        return desk.pending();
    }

    /** The external ids of receipts that will never get an answer of any kind. */
    public Set<String> unheard() {
        return registrations.unheard();
    }

    @Override
    public void close() {
        http.stop(0);
        requests.shutdownNow();
        desk.close();
    }
}
