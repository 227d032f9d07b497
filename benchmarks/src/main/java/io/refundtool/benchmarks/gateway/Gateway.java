package io.refundtool.benchmarks.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import io.refundtool.bus.EventsBusApplication;
import io.refundtool.embedded.TokenIssuer;
import io.refundtool.events.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;

/** The real gateway on a port of its own, and a client that keeps its connections open. */
final class Gateway implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int OK = 200;

    /** Other services are on the class path too; what they bring is not started. */
    private static final String NO_DATABASE = String.join(
            ",",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration");

    private static final TokenIssuer ISSUER = new TokenIssuer();

    /** As many requests as it likes: the limit is not what is measured, though counting is. */
    private static final String NO_LIMIT = "--refundtool.bus.security.limits.requests=1000000";

    private final ConfigurableApplicationContext application;
    private final URI base;
    private final String authorization =
            "Bearer " + ISSUER.token("benchmark", List.of("bob", "payment"), Gateway::goodForLong);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Gateway(String bootstrapServers) {
        application = EventsBusApplication.application()
                .run(
                        "--server.port=0",
                        ISSUER.gatewaySetting(),
                        NO_LIMIT,
                        "--refundtool.kafka.bootstrap-servers=" + bootstrapServers,
                        "--spring.autoconfigure.exclude=" + NO_DATABASE,
                        "--logging.structured.format.console=",
                        "--logging.level.root=warn");
        String port = Objects.requireNonNull(application.getEnvironment().getProperty("local.server.port"));
        base = URI.create("http://127.0.0.1:" + port);
        awaitReady();
    }

    private void awaitReady() {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/actuator/health/readiness"))
                .build();
        while (send(request).statusCode() != OK) {
            if (System.nanoTime() - limit > 0) {
                throw new IllegalStateException("Expected the gateway to be ready within " + START_LIMIT);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static void goodForLong(JWTClaimsSet.Builder claims) {
        claims.expirationTime(Date.from(Instant.now().plus(Duration.ofHours(2))));
    }

    HttpRequest request(EventType type, byte[] body) {
        return HttpRequest.newBuilder(base.resolve("/event-types/" + type.wireName() + "/events"))
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** Publishes, and is content with nothing but 200. */
    void publish(HttpRequest request) {
        HttpResponse<byte[]> response = send(request);
        if (response.statusCode() != OK) {
            throw new IllegalStateException(
                    "Expected 200, but got " + response.statusCode() + ": " + new String(response.body(), UTF_8));
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        application.close();
    }
}
