package io.refundtool.messaging;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Keeps Kafka's clients from warning of every attempt to connect, each of them about once a second, while a start says
 * itself that it waits. Errors, such as a refused authentication, are logged all the same.
 *
 * <p>Log levels are the process's, and several services may start in one: it is quiet until the last of them is done.
 */
final class QuietClients {

    private static final String CONNECTING = "org.apache.kafka.clients.NetworkClient";
    private static final LoggingSystem LOGGING = LoggingSystem.get(QuietClients.class.getClassLoader());

    private static int quiet;
    private static @Nullable LogLevel before;

    private boolean begun;

    void begin() {
        synchronized (QuietClients.class) {
            if (!begun && quiet++ == 0) {
                LoggerConfiguration current = LOGGING.getLoggerConfiguration(CONNECTING);
                before = current == null ? null : current.getConfiguredLevel();
                LOGGING.setLogLevel(CONNECTING, LogLevel.ERROR);
            }
            begun = true;
        }
    }

    /** Sets back what was before; may come more than once. */
    void end() {
        synchronized (QuietClients.class) {
            if (begun && --quiet == 0) {
                LOGGING.setLogLevel(CONNECTING, before);
            }
            begun = false;
        }
    }
}
