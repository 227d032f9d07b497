package io.refundtool.notifications.flow;

import io.refundtool.notifications.NotificationsApplication;
import io.refundtool.notifications.channel.Provider;
import io.refundtool.testservers.SharedServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole service on a real broker, a real database and whatever mail server listens on a port. */
final class RunningService implements AutoCloseable {
    private static final String RECOVERY = "--refundtool.database.recovery=";

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningService start(String databaseUrl, int smtpPort) {
        return new RunningService(
                NotificationsApplication.application().run(arguments(databaseUrl, smtpPort, "email")));
    }

    /** Starts it on servers that may be away. */
    static RunningService startOn(String databaseUrl, String brokers, int smtpPort) {
        return new RunningService(
                NotificationsApplication.application().run(arguments(databaseUrl, brokers, smtpPort, "email")));
    }

    /** Starts it so that it finds out whether its database is behind. */
    static RunningService recover(String databaseUrl, int smtpPort) {
        List<String> arguments = new ArrayList<>(List.of(arguments(databaseUrl, smtpPort, "email")));
        arguments.remove(RECOVERY + "skip");
        arguments.add(RECOVERY + "automatic");
        return new RunningService(NotificationsApplication.application().run(arguments.toArray(String[]::new)));
    }

    /** Starts it with a further provider behind e-mail. */
    static RunningService start(String databaseUrl, int smtpPort, Provider further) {
        String channels = "email," + further.channel().wire();
        return new RunningService(NotificationsApplication.application()
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("furtherProvider", Provider.class, () -> further))
                .run(arguments(databaseUrl, smtpPort, channels)));
    }

    private static String[] arguments(String databaseUrl, int smtpPort, String channels) {
        return arguments(databaseUrl, SharedServers.kafka().bootstrapServers(), smtpPort, channels);
    }

    private static String[] arguments(String databaseUrl, String brokers, int smtpPort, String channels) {
        return List.of(
                        "--refundtool.notifications.channels=" + channels,
                        "--server.port=0",
                        "--spring.datasource.url=" + databaseUrl,
                        "--spring.datasource.hikari.connection-timeout=500",
                        "--spring.mail.host=localhost",
                        "--spring.mail.port=" + smtpPort,
                        "--refundtool.kafka.bootstrap-servers=" + brokers,
                        // A reader that is closed waits for the fetch that is under way.
                        "--refundtool.kafka.client[fetch.max.wait.ms]=50",
                        // Tests follow each other on one broker, each with a database of its own.
                        RECOVERY + "skip",
                        "--refundtool.notifications.shop=Kettle & Co",
                        "--refundtool.notifications.email.message-id-domain=shop.example",
                        "--refundtool.notifications.email.answer-timeout=1s",
                        "--refundtool.notifications.sending.poll=100ms",
                        "--refundtool.notifications.sending.lease=4s",
                        "--refundtool.notifications.retry.first-pause=100ms",
                        "--refundtool.notifications.retry.max-attempts=3",
                        "--logging.structured.format.console=",
                        "--logging.level.root=warn",
                        "--logging.level.io.refundtool=debug",
                        "--logging.threshold.console=warn",
                        "--spring.main.banner-mode=off")
                .toArray(String[]::new);
    }

    JdbcTemplate database() {
        return context.getBean(JdbcTemplate.class);
    }

    HttpResponse<String> get(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
