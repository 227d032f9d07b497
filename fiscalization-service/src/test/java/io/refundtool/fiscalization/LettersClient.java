package io.refundtool.fiscalization;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator named Ann, who looks at the service's dead letters and decides about them. */
final class LettersClient {
    private static final String LETTERS = "/api/v1/dead-letters";
    private static final JsonMapper JSON = new JsonMapper();

    private final FiscalizationFixture service;

    LettersClient(FiscalizationFixture service) {
        this.service = service;
    }

    /** An answer and its body, which is always JSON. */
    record Answer(int status, JsonNode body, HttpResponse<String> response) {}

    Answer get(String path) {
        return send(request(path));
    }

    Answer post(String path, String json, String key) {
        return send(request(path)
                .headers("Content-Type", "application/json", "X-Operator", "Ann", "Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** As if no proxy had said who asks. */
    Answer postOfNobody(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.uri(LETTERS + path));
    }

    private static Answer send(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()), response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
