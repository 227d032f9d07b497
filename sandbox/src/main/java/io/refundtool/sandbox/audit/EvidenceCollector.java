package io.refundtool.sandbox.audit;

import io.refundtool.events.Topic;
import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.CapturedPayment;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.RequestedLine;
import io.refundtool.events.notifications.CustomerNotified;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.sandbox.atol.AtolLedger;
import io.refundtool.sandbox.atol.AtolReceipt;
import io.refundtool.sandbox.bob.RefundCopies;
import io.refundtool.sandbox.mailbox.Mailbox;
import io.refundtool.sandbox.payment.PaymentLedger;
import io.refundtool.sandbox.topic.RefundKey;
import io.refundtool.sandbox.topic.TopicScan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks everybody at the end of a run. */
public final class EvidenceCollector {

    private final TopicScan topics;
    private final RefundServiceClient service;
    private final PaymentLedger payments;
    private final AtolLedger receipts;
    private final Mailbox mailbox;
    private final RefundCopies bob;
    private final Set<Country> bobCountries;

    public EvidenceCollector(
            KafkaSettings settings,
            RefundServiceClient service,
            PaymentLedger payments,
            AtolLedger receipts,
            Mailbox mailbox,
            RefundCopies bob,
            Set<Country> bobCountries) {
        this.topics = new TopicScan(settings);
        this.service = service;
        this.payments = payments;
        this.receipts = receipts;
        this.mailbox = mailbox;
        this.bob = bob;
        this.bobCountries = bobCountries;
    }

    /**
     * Asks them now; what is on its way at this moment may be in one ledger and not yet in another.
     *
     * @param accepted what the events bus said it had taken in this run
     */
    public Evidence collect(Set<RefundKey> accepted) throws InterruptedException {
        Map<RefundKey, AskedRefund> asked = asked();
        List<AtolReceipt> printed = receipts.receipts();
        return new Evidence(
                accepted,
                asked,
                bobCountries,
                bobsCopies(asked.keySet()),
                service.views(asked.keySet()),
                updates(),
                payments.entries(),
                printed,
                ReceiptOwners.in(topics).of(printed),
                mailbox.counts(),
                messages(),
                DeadLetterScan.of(topics));
    }

    private Map<RefundKey, AskedRefund> asked() {
        Map<RefundKey, AskedRefund> asked = new HashMap<>();
        topics.events(Topic.BOB_REFUND_V1, envelope -> {
            if (envelope.event() instanceof RefundRequested request) {
                asked.putIfAbsent(RefundKey.of(request), asked(request));
            }
        });
        return asked;
    }

    private static AskedRefund asked(RefundRequested request) {
        return new AskedRefund(
                RefundKey.of(request),
                request.country(),
                request.order().currency(),
                request.lines().stream().mapToLong(RequestedLine::amountMinor).sum(),
                request.order().payments().stream()
                        .mapToLong(CapturedPayment::amountMinor)
                        .sum());
    }

    private Map<RefundKey, View> bobsCopies(Set<RefundKey> refunds) {
        Map<RefundKey, View> views = new HashMap<>();
        refunds.forEach(refund -> bob.of(refund)
                .ifPresent(
                        copy -> views.put(refund, new View(copy.status().wire(), copy.code(), copy.receiptNumbers()))));
        return views;
    }

    private Map<RefundKey, LastUpdate> updates() {
        Map<RefundKey, LastUpdate> updates = new HashMap<>();
        topics.events(Topic.REFUND_UPDATE_V1, envelope -> {
            if (envelope.event() instanceof RefundUpdate update) {
                updates.compute(RefundKey.of(update), (refund, before) -> LastUpdate.with(before, update));
            }
        });
        return updates;
    }

    private Map<String, Notified> messages() {
        Map<String, Notified> messages = new HashMap<>();
        topics.events(Topic.NOTIFICATIONS_UPDATE_V1, envelope -> {
            if (envelope.event() instanceof CustomerNotified notified) {
                messages.put(notified.messageId(), new Notified(RefundKey.of(notified), notified.notifiedOf()));
            }
        });
        return messages;
    }
}
