package io.refundtool.fiscalization.atol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** HTTP to ATOL Online: kept-alive HTTP/1.1, a time limit on everything and a size limit on answers. */
public final class AtolHttp implements AutoCloseable {
    private static final int MAX_ANSWER_BYTES = 262_144;
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);

    private final AtolSettings settings;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    public AtolHttp(AtolSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .executor(executor)
                .build();
    }

    /** An answer of whatever status. */
    record Reply(int status, String text) {}

    Reply post(String path, @Nullable String token, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, token)
                .header("Content-type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(body));
        return send(request);
    }

    Reply get(String path, String token) throws IOException, InterruptedException {
        return send(request(path, token).GET());
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(settings.path(path)).timeout(settings.requestTimeout());
        return token == null ? request : request.header("Token", token);
    }

    private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), MAX_ANSWER_BYTES));
        return new Reply(response.statusCode(), response.body());
    }

    @Override
    public void close() {
        client.shutdownNow();
        try {
            if (!client.awaitTermination(CLOSE_WAIT)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        executor.shutdown();
    }
}
