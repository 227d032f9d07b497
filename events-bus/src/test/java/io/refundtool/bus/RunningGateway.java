package io.refundtool.bus;

import static org.awaitility.Awaitility.await;

import io.refundtool.embedded.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application as it is run, on any free port, and a client to it. */
public final class RunningGateway implements AutoCloseable {

    /** Whose tokens every gateway of the tests takes, unless a test says other keys. */
    public static final TokenIssuer ISSUER = new TokenIssuer();

    /** Who sends a request that names no caller: one that may write everything that goes through the gateway. */
    public static final String CALLER = "tests";

    private static final List<String> EVERYBODY = List.of("bob", "payment");

    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext application;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** Good for longer than any test runs. */
    private final String token = ISSUER.token(
            CALLER,
            EVERYBODY,
            claims -> claims.expirationTime(Date.from(Instant.now().plus(Duration.ofHours(4)))));

    /** A gateway that has just started: whether its broker answers is not known yet. */
    public RunningGateway(String bootstrapServers, String... settings) {
        List<String> arguments = new ArrayList<>();
        if (Stream.of(settings)
                .noneMatch(setting -> setting.startsWith("--refundtool.bus.security.public-keys")
                        || setting.startsWith("--refundtool.bus.security.jwks-url"))) {
            arguments.add(ISSUER.gatewaySetting());
        }
        arguments.addAll(List.of(settings));
        arguments.add("--server.port=0");
        arguments.add("--refundtool.kafka.bootstrap-servers=" + bootstrapServers);
        application = EventsBusApplication.application().run(arguments.toArray(String[]::new));
    }

    /** A gateway that its producers would be sent to: its topics are there. */
    public static RunningGateway ready(String bootstrapServers, String... settings) {
        var gateway = new RunningGateway(bootstrapServers, settings);
        await("the gateway's topics")
                .atMost(Duration.ofSeconds(60))
                .until(() -> gateway.get("/actuator/health/readiness").status() == 200);
        return gateway;
    }

    public record Reply(int status, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public Reply publish(String type, String body, String... headers) {
        return publish(type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Reply publish(String type, byte[] body, String... headers) {
        return post("/event-types/" + type + "/events", "application/json", body, headers);
    }

    public Reply post(String path, String contentType, String body, String... headers) {
        return post(path, contentType, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private Reply post(String path, String contentType, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    public Reply get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    /** Sends a request that names no caller as one who may write everything. */
    private Reply send(HttpRequest request) {
        if (request.headers().firstValue("Authorization").isPresent()) {
            return exchange(request);
        }
        return exchange(HttpRequest.newBuilder(request, (_, _) -> true)
                .header("Authorization", "Bearer " + token)
                .build());
    }

    /** Sends a request as it is. */
    public Reply exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A part of the running application. */
    public <T> T bean(Class<T> type, String name) {
        return application.getBean(name, type);
    }

    public URI uri(String path) {
        String port = Objects.requireNonNull(application.getEnvironment().getProperty("local.server.port"));
        return URI.create("http://localhost:" + port + path);
    }

    @Override
    public void close() {
        application.close();
        client.close();
    }
}
