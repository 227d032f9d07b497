package io.refundtool.fiscalization.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.fiscalization.domain.Decision;
import io.refundtool.fiscalization.domain.Decision.Await;
import io.refundtool.fiscalization.domain.Decision.GivenUp;
import io.refundtool.fiscalization.domain.Decision.Registered;
import io.refundtool.fiscalization.domain.Decision.Replaced;
import io.refundtool.fiscalization.domain.Decision.Resend;
import io.refundtool.fiscalization.domain.Decision.ResendAfterQueueTimeout;
import io.refundtool.fiscalization.domain.Decision.StopSending;
import io.refundtool.fiscalization.domain.Decision.Unchanged;
import io.refundtool.fiscalization.domain.Decision.Why;
import io.refundtool.fiscalization.domain.ReceiptState;
import io.refundtool.fiscalization.persistence.ReceiptRow;
import io.refundtool.messaging.EventLogContext;
import io.refundtool.messaging.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Logs and counts decisions: one line each at DEBUG, and above that what a person should look at. */
public final class DecisionLog implements DecisionListener {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionLog.class);

    private final SendingGate gate;
    private final MeterRegistry meters;

    public DecisionLog(SendingGate gate, MeterRegistry meters) {
        this.gate = gate;
        this.meters = meters;
    }

    @Override
    public void decided(ReceiptRow receipt, Told told, Decision decision) {
        meters.counter(
                        "fiscalization.decisions",
                        "decision",
                        decision.getClass().getSimpleName())
                .increment();
        try (MDC.MDCCloseable _ = MDC.putCloseable(EventLogContext.ORDER_ID, receipt.orderId());
                MDC.MDCCloseable _ = MDC.putCloseable(EventLogContext.REFUND_ID, receipt.refundId());
                MDC.MDCCloseable _ = MDC.putCloseable(
                        EventLogContext.TRACE_ID,
                        Traces.traceId(receipt.traceparent()).orElse(""))) {
            log(receipt, told, decision);
        }
    }

    private void log(ReceiptRow receipt, Told told, Decision decision) {
        String externalId = receipt.progress().externalId();
        switch (decision) {
            case Await _ -> LOG.debug("Receipt {} waits for its registration after {}", externalId, told.source());
            case Registered registered -> registered(receipt, registered);
            case Resend resend ->
                LOG.debug("Receipt {} is sent again in {}: {}", externalId, resend.after(), resend.reason());
            case ResendAfterQueueTimeout resend ->
                LOG.warn(
                        "Receipt {} waited too long in the queue of the cash registers and is sent again as {}: {}",
                        externalId,
                        resend.next().externalId(),
                        resend.reason());
            case StopSending stop -> gate.close(stop.reason());
            case GivenUp givenUp ->
                LOG.error("Receipt {} needs a person: {}, {}", externalId, givenUp.code(), givenUp.reason());
            case Replaced replaced ->
                LOG.warn(
                        "Receipt {} cannot be registered and is replaced by a correction: {}, {}",
                        externalId,
                        replaced.code(),
                        replaced.reason());
            case Unchanged unchanged -> unchanged(externalId, told, unchanged);
        }
    }

    private static void registered(ReceiptRow receipt, Registered registered) {
        if (receipt.progress().state() == ReceiptState.FAILED
                || receipt.progress().state() == ReceiptState.REPLACED) {
            LOG.warn(
                    "Receipt {} had failed and is registered after all",
                    registered.next().externalId());
        } else {
            LOG.debug(
                    "Receipt {} is registered as document {}",
                    registered.next().externalId(),
                    registered.document().fiscalDocumentNumber());
        }
    }

    private static void unchanged(String externalId, Told told, Unchanged unchanged) {
        if (unchanged.why() == Why.CONTRADICTION) {
            LOG.error("Receipt {}: {} contradicts the ledger: {}", externalId, told.source(), unchanged.reason());
        } else {
            LOG.debug("Receipt {}: {} changes nothing: {}", externalId, told.source(), unchanged.reason());
        }
    }
}
