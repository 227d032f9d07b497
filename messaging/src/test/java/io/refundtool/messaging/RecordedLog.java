package io.refundtool.messaging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What a class logs while a test runs. */
public final class RecordedLog implements AutoCloseable {

    /** What a test class locks that counts what {@link LateStart} logs, or looks at the loggers that it silences. */
    public static final String LATE_START = "io.refundtool.messaging.LateStart";

    private final Logger logger;
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    private RecordedLog(Logger logger) {
        this.logger = logger;
    }

    public static RecordedLog of(Class<?> logging) {
        RecordedLog log = new RecordedLog((Logger) LoggerFactory.getLogger(logging));
        log.appender.start();
        log.logger.addAppender(log.appender);
        return log;
    }

    public List<String> lines(Level level) {
        return List.copyOf(appender.list).stream()
                .filter(each -> each.getLevel().equals(level))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
    }
}
