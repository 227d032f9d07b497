package io.refundtool.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

@ResourceLock(RecordedLog.LATE_START)
class QuietClientsTest {

    private static final String CLIENT = "org.apache.kafka.clients.NetworkClient";

    private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
    private final Logger client = LoggerFactory.getLogger(CLIENT);

    @AfterEach
    void reset() {
        logging.setLogLevel(CLIENT, null);
    }

    @Test
    void shouldBeQuietUntilTheLastStartIsDoneAndThenAsBefore() {
        // given
        logging.setLogLevel(CLIENT, LogLevel.WARN);
        QuietClients first = new QuietClients();
        QuietClients second = new QuietClients();

        // when
        first.begin();
        second.begin();
        first.end();
        first.end();

        // then
        assertThat(client.isWarnEnabled()).isFalse();

        // when
        second.end();

        // then
        assertThat(client.isWarnEnabled()).isTrue();
    }
}
