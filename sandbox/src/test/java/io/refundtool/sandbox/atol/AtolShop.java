package io.refundtool.sandbox.atol;

import com.sun.net.httpserver.HttpServer;
import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.ledger.Journal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulated ATOL and a shop that registers receipts there and hears callbacks. */
final class AtolShop implements AutoCloseable {

    static final AtolServer.Account ACCOUNT = new AtolServer.Account("group", "login", "secret");

    /** Longer than anything takes on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LIMIT = PATIENCE;

    private final AtolLedger ledger = new AtolLedger(Journal.inMemory());
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<JsonNode> callbacks = new CopyOnWriteArrayList<>();
    private final HttpServer shop = shop();
    private final AtolServer atol;

    AtolShop(FaultPlan faults) {
        this.atol = new AtolServer("127.0.0.1", 0, ACCOUNT, ledger, faults, Clock.systemUTC());
        shop.start();
    }

    /** An answer; a body that is no JSON is a missing node. */
    record Answer(int http, JsonNode body) {

        int code() {
            return body.path("error").path("code").asInt(0);
        }

        String type() {
            return body.path("error").path("type").asString("");
        }

        String status() {
            return body.path("status").asString("");
        }

        String uuid() {
            return body.path("uuid").asString("");
        }
    }

    AtolLedger ledger() {
        return ledger;
    }

    AtolServer atol() {
        return atol;
    }

    List<JsonNode> callbacks() {
        return callbacks;
    }

    String receipt(String externalId) {
        return RegisterRulesTest.RECEIPT
                .replace("refund-1", externalId)
                .replace(
                        "http://localhost/callback",
                        "http://127.0.0.1:" + shop.getAddress().getPort() + "/callback");
    }

    /** The same as a correction of the shop's own accord. */
    String correction(String externalId) {
        return receipt(externalId)
                .replace(
                        "\"receipt\": {",
                        "\"correction\": {\"correction_info\": {\"type\": \"self\", \"base_date\": \"01.12.2025\"},");
    }

    Answer register(String externalId) throws IOException, InterruptedException {
        return register("sell_refund", receipt(externalId));
    }

    Answer register(String operation, String body) throws IOException, InterruptedException {
        return post("/group/" + operation, body, token());
    }

    String token() throws IOException, InterruptedException {
        return post("/getToken", "{\"login\": \"login\", \"pass\": \"secret\"}", "")
                .body()
                .path("token")
                .asString();
    }

    Answer post(String path, String body, String token) throws IOException, InterruptedException {
        return send(request(path, token)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer report(String uuid) throws IOException, InterruptedException {
        return send(request("/group/report/" + uuid, token()));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(atol.baseUrl() + path))
                .timeout(LIMIT)
                .header("Token", token);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        boolean json = response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        return new Answer(
                response.statusCode(),
                json ? JSON.readTree(response.body()) : JSON.createObjectNode().path("missing"));
    }

    private HttpServer shop() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            server.createContext("/callback", exchange -> {
                callbacks.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        atol.close();
        shop.stop(0);
        http.close();
    }
}
