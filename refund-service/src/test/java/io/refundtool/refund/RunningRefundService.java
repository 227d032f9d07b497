package io.refundtool.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.refundtool.events.Envelope;
import io.refundtool.events.Event;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaClients;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.domain.RefundEvents;
import io.refundtool.testservers.SharedServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, on a real broker and a real database, with what a test says and asks. */
public final class RunningRefundService implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What a test class locks whose service runs on {@link #kafka}: two of them would be instances of one service. */
    public static final String SHARED_BROKER = "shared broker";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final KafkaProducer<String, byte[]> producer;
    private final List<String> arguments;
    private volatile ConfigurableApplicationContext application;

    /** An answer to a request. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {}

    private RunningRefundService(KafkaSettings kafka, List<String> arguments) {
        this.producer = KafkaClients.producer(kafka, "test");
        this.arguments = arguments;
        this.application = run();
    }

    /** Starts it with an empty database; further arguments are settings. */
    public static RunningRefundService start(Path stateDir, String... further) {
        return start(kafka(), 0, stateDir, SharedServers.newDatabase(), further);
    }

    /** Starts it on a broker of the test's own. */
    public static RunningRefundService startOn(KafkaSettings kafka, Path stateDir, String... further) {
        return start(kafka, 0, stateDir, SharedServers.newDatabase(), further);
    }

    /** Starts it with a database of its own. */
    static RunningRefundService startOn(String database, Path stateDir, String... further) {
        return start(kafka(), 0, stateDir, database, further);
    }

    /** Starts it as one of several instances, which ask each other under their ports. */
    static RunningRefundService startInstance(
            KafkaSettings kafka, int port, Path stateDir, String database, String... further) {
        List<String> arguments = new ArrayList<>(List.of(further));
        arguments.add("--refundtool.streams.application-server=localhost:" + port);
        return start(kafka, port, stateDir, database, arguments.toArray(String[]::new));
    }

    private static RunningRefundService start(
            KafkaSettings kafka, int port, Path stateDir, String database, String... further) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--refundtool.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--refundtool.streams.state-dir=" + stateDir,
                // A reader that is closed waits for the fetch that is under way.
                "--refundtool.kafka.client.fetch.max.wait.ms=50",
                // Tests follow each other on one broker, each with a database of its own.
                "--refundtool.database.recovery=skip",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + SharedServers.database().user(),
                "--spring.datasource.password=" + SharedServers.database().password()));
        arguments.addAll(List.of(further));
        return new RunningRefundService(kafka, arguments);
    }

    public static KafkaSettings kafka() {
        return new KafkaSettings(SharedServers.kafka().bootstrapServers(), (short) 1);
    }

    /** Stops it and starts it again. */
    public void restart() {
        application.close();
        application = run();
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** Writes an event to its topic. */
    public void tells(String eventId, Event event) {
        assertThat(tellsSoon(eventId, event)).succeedsWithin(PATIENCE);
    }

    /** Hands an event over that is to be written to its topic. */
    public Future<RecordMetadata> tellsSoon(String eventId, Event event) {
        // Not at the tests' noon: some day that is longer ago than orders are remembered.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return producer.send(CloudEvents.toRecord(new Envelope<>(eventId, "/test", now, null, event)));
    }

    /** Writes an event that happened at one time, at another. */
    public void tells(String eventId, Instant happened, Event event, Instant written) {
        ProducerRecord<String, byte[]> told =
                CloudEvents.toRecord(new Envelope<>(eventId, "/test", happened, null, event));
        assertThat(producer.send(new ProducerRecord<>(
                        told.topic(), null, written.toEpochMilli(), told.key(), told.value(), told.headers())))
                .succeedsWithin(PATIENCE);
    }

    /** Writes an event once the refund has a status. */
    public void answersWhen(String refundId, String status, String eventId, Event event) {
        await().atMost(PATIENCE).until(() -> status.equals(status(refundId)));
        tells(eventId, event);
    }

    /** The status of a refund of {@link RefundEvents#ORDER}; empty if it is unknown. */
    public String status(String refundId) {
        return status(RefundEvents.ORDER, refundId);
    }

    public String status(String orderId, String refundId) {
        return get("/api/v1/orders/" + orderId + "/refunds/" + refundId)
                .body()
                .path("status")
                .asString();
    }

    /** Headers are names and values in turn. */
    public Answer get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public JsonNode get(String path, int expectedStatus) {
        Answer answer = get(path);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(expectedStatus);
        return answer.body();
    }

    /** Posts JSON; headers are names and values in turn. */
    public Answer post(String path, String json, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    @Override
    public void close() {
        producer.close();
        http.close();
        application.close();
    }

    private ConfigurableApplicationContext run() {
        return StartedInTurn.run(() -> RefundApplication.application().run(arguments.toArray(String[]::new)));
    }

    private HttpRequest.Builder request(String path) {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()), response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
