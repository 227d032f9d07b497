package io.refundtool.notifications.flow;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Everything that is logged from now on. Has to begin after a service has started, since that sets logging up anew. */
final class RecordedLog extends AppenderBase<ILoggingEvent> {
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    static RecordedLog begin() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        RecordedLog log = new RecordedLog();
        log.setContext(root.getLoggerContext());
        log.start();
        root.addAppender(log);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        events.add(event);
    }

    /** What was logged about an order. */
    List<ILoggingEvent> about(String orderId) {
        return events.stream()
                .filter(it -> orderId.equals(it.getMDCPropertyMap().get("orderId")))
                .toList();
    }

    /** Every line with all that belongs to it, stack traces too. */
    List<String> everything() {
        return events.stream()
                .map(it -> it.getFormattedMessage()
                        + it.getMDCPropertyMap()
                        + ThrowableProxyUtil.asString(it.getThrowableProxy()))
                .toList();
    }
}
