package io.refundtool.sandbox.atol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers, or does not. */
final class HttpAnswers {

    private static final byte[] PAGE = "<html><body>The server is not there</body></html>".getBytes(UTF_8);

    private HttpAnswers() {}

    static void write(HttpExchange exchange, AtolAnswer answer, JsonMapper mapper) throws IOException {
        switch (answer) {
            case AtolAnswer.Json(int http, var json) -> json(exchange, http, mapper.writeValueAsBytes(json));
            case AtolAnswer.Page(int http) -> write(exchange, http, "text/html", PAGE);
            // The exchange is closed after that.
            case AtolAnswer.Silence(Duration held) -> LockSupport.parkNanos(held.toNanos());
        }
    }

    static void json(HttpExchange exchange, int status, byte[] json) throws IOException {
        write(exchange, status, "application/json; charset=utf-8", json);
    }

    static void text(HttpExchange exchange, int status, String text) throws IOException {
        write(exchange, status, "text/plain; charset=utf-8", text.getBytes(UTF_8));
    }

    private static void write(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
