package io.refundtool.refund.streams;

import static io.refundtool.refund.domain.RefundEvents.cancelled;
import static io.refundtool.refund.domain.RefundEvents.line;
import static io.refundtool.refund.domain.RefundEvents.movement;
import static io.refundtool.refund.domain.RefundEvents.notified;
import static io.refundtool.refund.domain.RefundEvents.paid;
import static io.refundtool.refund.domain.RefundEvents.registered;
import static io.refundtool.refund.domain.RefundEvents.requested;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.refundtool.events.common.RefundStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** What the state machine logs: enough to find a refund, and nothing about its customer. */
@Isolated("A service that starts sets all loggers anew")
class RefundLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.refundtool");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private RefundTopologyDriver driver;

    @BeforeEach
    void open(@TempDir Path stateDir) {
        driver = new RefundTopologyDriver(stateDir);
        logger.setLevel(Level.DEBUG);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        logger.setLevel(null);
        driver.close();
    }

    @Test
    void shouldWriteOneDebugLineATransitionWithItsIds() {
        // when
        driver.pipe("e1", requested("R-1", line("L1", 1, 1000)));
        driver.pipe("e2", paid("R-1", 1, 1, 1000, "T-1"));
        driver.pipe("e3", registered("R-1", movement("R-1"), 1000));
        driver.pipe("e4", notified("R-1", RefundStatus.FISCALIZED));

        // then
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "bob.refund-requested.v1 -> refund.approved.v1",
                        "payment.money-refunded.v1 -> refund.money-refunded.v1",
                        "fiscalization.receipt-registered.v1 -> refund.fiscalized.v1",
                        "notifications.customer-notified.v1 -> refund.completed.v1");
        assertThat(log.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.DEBUG);
        assertThat(log.list)
                .allSatisfy(line -> assertThat(line.getMDCPropertyMap())
                        .containsEntry("orderId", "O-1")
                        .containsEntry("refundId", "R-1")
                        .containsEntry("traceId", RefundTopologyDriver.TRACE_ID));
    }

    @Test
    void shouldWarnOfWhatAPersonShouldLookAt() {
        // when
        driver.pipeBytes("bob.refund.v1", new byte[] {1});
        driver.pipe("e1", cancelled("R-9"));
        driver.pipe("e2", requested("R-1", line("L1", 1, 1000)));
        driver.pipe("e3", paid("R-1", 1, 1, 999, "T-1"));

        // then
        List<String> warnings = log.list.stream()
                .filter(line -> line.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
        assertThat(warnings)
                .containsExactly(
                        "Dead letter MISSING_TYPE: bob.refund.v1-0@0",
                        "Dead letter UNKNOWN_REFUND: bob.refund.v1-0@1",
                        "A refund waits for an operator");
    }

    @Test
    void shouldNotWriteHowToReachACustomer() {
        // when
        driver.pipe("e1", requested("R-1", line("L1", 9, 1000)));
        driver.pipe("e1", requested("R-2", line("L1", 9, 1000)));

        // then
        assertThat(log.list)
                .isNotEmpty()
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("example.test") || line.contains("C-1"));
    }
}
