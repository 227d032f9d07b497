package io.refundtool.fiscalization;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.events.Envelope;
import io.refundtool.events.fiscalization.FiscalizationUpdate;
import io.refundtool.events.fiscalization.ReceiptRegistered;
import io.refundtool.fiscalization.atol.StubAtol;
import io.refundtool.messaging.CloudEvents;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.testservers.SharedServers;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The running service between a real broker, a real database and the stub, and what tests do with it. */
final class FiscalizationFixture implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final StubAtol atol = new StubAtol();
    final Outside outside;

    private final KafkaSettings kafka = new KafkaSettings(SharedServers.kafka().bootstrapServers(), (short) 1);
    private String database;
    private final String[] own;
    private ConfigurableApplicationContext context;

    FiscalizationFixture(String... settings) {
        this(SharedServers.newDatabase(), settings);
    }

    FiscalizationFixture(String databaseUrl, String[] settings) {
        database = databaseUrl;
        own = settings;
        outside = new Outside(kafka);
        context = start();
    }

    /** Stops the service and starts it on the same database, with these settings on top. */
    void restart(String... settings) {
        context.close();
        context = start(settings);
    }

    /** Stops the service, changes its ledger, and starts it on the changed one. */
    void restartAfter(String... statements) {
        context.close();
        JdbcTemplate ledger = new JdbcTemplate(new SingleConnectionDataSource(database, true));
        Stream.of(statements).forEach(ledger::execute);
        context = start();
    }

    /** Stops the service and starts it on an empty database, with these settings on top. */
    void loseLedger(String... settings) {
        context.close();
        database = SharedServers.newDatabase();
        context = start(settings);
    }

    /** Stops the service, copies its database, and starts it again; returns the copy. */
    String backUp() {
        context.close();
        String copy = SharedServers.newDatabase();
        JdbcTemplate server = new JdbcTemplate(
                new SingleConnectionDataSource(SharedServers.database().jdbcUrl("postgres"), true));
        server.execute("drop database " + name(copy));
        server.execute("create database %s template %s".formatted(name(copy), name(database)));
        context = start();
        return copy;
    }

    /** Stops the service and starts it on that database, with these settings on top. */
    void restore(String backup, String... settings) {
        context.close();
        database = backup;
        context = start(settings);
    }

    private static String name(String url) {
        return url.replaceFirst(".*/([^/?]+)\\?.*", "$1");
    }

    /** The rows that the query gives, each as text. */
    List<String> rows(String sql) {
        return context.getBean(JdbcTemplate.class).query(sql, (row, _) -> row.getString(1));
    }

    /** One more instance of the service on the same database, for the caller to close. */
    ConfigurableApplicationContext anotherInstance() {
        URI callBackTo = uri("/atol/callback");
        ConfigurableApplicationContext other = start();
        atol.callBackTo(callBackTo);
        return other;
    }

    private ConfigurableApplicationContext start(String... settings) {
        String[] base = {
            "--server.port=0",
            "--spring.datasource.url=" + database,
            "--spring.main.banner-mode=off",
            "--logging.structured.format.console=",
            "--logging.level.root=WARN",
            "--refundtool.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
            // Tests follow each other on one broker, each with a database of its own.
            "--refundtool.database.recovery=skip",
            "--refundtool.kafka.client[heartbeat.interval.ms]=300",
            // A reader that is closed waits for the fetch that is under way.
            "--refundtool.kafka.client[fetch.max.wait.ms]=50",
            "--refundtool.fiscalization.seller.inn=5544332219",
            "--refundtool.fiscalization.atol.base-url=" + atol.baseUrl(),
            "--refundtool.fiscalization.atol.group-code=" + StubAtol.GROUP,
            "--refundtool.fiscalization.atol.login=login",
            "--refundtool.fiscalization.atol.password=secret",
            "--refundtool.fiscalization.atol.callback-url=http://localhost/atol/callback",
            "--refundtool.fiscalization.atol.receipts-per-second=1000",
            "--refundtool.fiscalization.retry.first-backoff=20ms",
            "--refundtool.fiscalization.work.report-pace=50ms",
        };
        ConfigurableApplicationContext started =
                FiscalizationApplication.application().run(merged(base, own, settings));
        atol.callBackTo(URI.create("http://127.0.0.1:%s/atol/callback"
                .formatted(started.getEnvironment().getProperty("local.server.port"))));
        return started;
    }

    /** The settings with later ones in place of earlier ones; Spring would make a list of both. */
    private static String[] merged(String[]... settings) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String setting : Stream.of(settings).flatMap(Stream::of).toList()) {
            byName.put(setting.substring(0, setting.indexOf('=')), setting);
        }
        return byName.values().toArray(String[]::new);
    }

    URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:%s%s".formatted(context.getEnvironment().getProperty("local.server.port"), path));
    }

    /** How often it was decided so since the last start. */
    double decisions(String decision) {
        return context.getBean(MeterRegistry.class)
                .counter("fiscalization.decisions", "decision", decision)
                .count();
    }

    double gauge(String name) {
        return context.getBean(MeterRegistry.class).get(name).gauge().value();
    }

    /** What was counted, or is measured, under that name with that tag; 0 if nothing was yet. */
    double metric(String name, String tag, String value) {
        return context.getBean(MeterRegistry.class).find(name).tag(tag, value).meters().stream()
                .flatMap(meter -> StreamSupport.stream(meter.measure().spliterator(), false))
                .mapToDouble(Measurement::getValue)
                .sum();
    }

    /** Changes the ledger behind the service's back. */
    void execute(String statement) {
        context.getBean(JdbcTemplate.class).execute(statement);
    }

    /** The one value that the query gives, as text. */
    String value(String sql, Object... parameters) {
        return String.valueOf(context.getBean(JdbcTemplate.class).queryForObject(sql, Object.class, parameters));
    }

    /** The states of the receipts of the order's movement out; a correction's follows that of what it replaces. */
    String stateOf(String orderId) {
        return value(
                "select string_agg(state, ',' order by ordinal, receipt_id) from receipt where movement_id = ?",
                Refunds.movementId(orderId));
    }

    void awaitStateOf(String orderId, String state) {
        patiently().until(() -> stateOf(orderId).equals(state));
    }

    /** The uuid of the order's only receipt. */
    String uuidOf(String orderId) {
        return value("select uuid from receipt where movement_id = ?", Refunds.movementId(orderId));
    }

    void publish(Envelope<?> envelope) {
        outside.send(CloudEvents.toRecord(envelope));
    }

    /** Publishes an event and waits until the service has read it. */
    void publishAndAwaitRead(Envelope<?> envelope) {
        publish(envelope);
        patiently()
                .until(() -> value("select count(*) from inbox where event_id = ?", envelope.id())
                        .equals("1"));
    }

    /** The answer about the order's movement out; fails if there is none in time. */
    Envelope<FiscalizationUpdate> answerFor(String orderId) {
        return answerAbout(Refunds.movementId(orderId), 1);
    }

    /** The answer of this number about a movement, from 1; fails if there is none in time. */
    Envelope<FiscalizationUpdate> answerAbout(String movementId, int number) {
        patiently().until(() -> outside.answersAbout(movementId).size() >= number);
        return outside.answersAbout(movementId).get(number - 1);
    }

    /** All answers about the order's movement out that have come until now. */
    List<Envelope<FiscalizationUpdate>> answersFor(String orderId) {
        return outside.answersAbout(Refunds.movementId(orderId));
    }

    /** The kinds and external ids of the receipts that were told to be registered at first. */
    List<String> registered(String orderId) {
        return receipts(answerFor(orderId));
    }

    /** The kinds and external ids of the receipts that this answer tells. */
    static List<String> receipts(Envelope<FiscalizationUpdate> answer) {
        return ((ReceiptRegistered) answer.event())
                .receipts().stream()
                        .map(receipt -> receipt.kind().wire() + " " + receipt.externalId())
                        .toList();
    }

    static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10));
    }

    @Override
    public void close() {
        context.close();
        outside.close();
        atol.close();
    }
}
