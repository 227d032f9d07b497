package io.refundtool.refund;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the stream of updates, as the format of server-sent events asks for. */
final class UpdateListener implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile boolean ended;

    /** An event with data. */
    record Message(String id, String name, JsonNode data) {

        String refundId() {
            return data.path("data").path("refundId").asString();
        }
    }

    /** Connects; nothing is read before {@link #listen}. Headers are names and values in turn. */
    UpdateListener(int port, String query, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/refunds/stream" + query));
        try {
            response = http.send(
                    headers.length == 0
                            ? request.build()
                            : request.headers(headers).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads all that comes, on a thread of its own. */
    UpdateListener listen() {
        Thread.ofVirtual().start(this::read);
        return this;
    }

    int status() {
        return response.statusCode();
    }

    /** The id to go on with; empty until the server has said the first. */
    String lastId() {
        return lastId;
    }

    List<Message> messages() {
        return messages;
    }

    Stream<String> refundIds() {
        return messages.stream().map(Message::refundId);
    }

    boolean hasEnded() {
        return ended;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String name = "message";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    lastId = line.substring("id:".length()).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    data += line.substring("data:".length());
                } else if (line.isEmpty() && !data.isEmpty()) {
                    add(new Message(lastId, name, JSON.readTree(data)));
                    name = "message";
                    data = "";
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // The connection ends so when the test closes it.
        }
        ended = true;
    }

    /** Refunds of other tests on the same broker may be overdue by now, which is told too. */
    private void add(Message message) {
        if (!message.data().path("eventType").asString().endsWith("overdue.v1")) {
            messages.add(message);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
