package io.refundtool.messaging;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Keeps Kafka's clients from warning of every attempt to connect, each of them about once a second, while a start says
 * itself that it waits. Errors, such as a refused authentication, are logged all the same.
 */
final class QuietClients {

    private static final String CONNECTING = "org.apache.kafka.clients.NetworkClient";

    private final LoggingSystem logging = LoggingSystem.get(QuietClients.class.getClassLoader());
    private @Nullable LogLevel before;

    void begin() {
        LoggerConfiguration current = logging.getLoggerConfiguration(CONNECTING);
        before = current == null ? null : current.getConfiguredLevel();
        logging.setLogLevel(CONNECTING, LogLevel.ERROR);
    }

    /** Sets back what was before; may come more than once. */
    void end() {
        logging.setLogLevel(CONNECTING, before);
    }
}
