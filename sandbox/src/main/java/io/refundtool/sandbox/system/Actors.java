package io.refundtool.sandbox.system;

import io.refundtool.events.common.Country;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.sandbox.bob.BobSimulator;
import io.refundtool.sandbox.bob.Bobs;
import io.refundtool.sandbox.bob.RefundCopies;
import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.gateway.GatewayClient;
import io.refundtool.sandbox.gateway.Postbox;
import io.refundtool.sandbox.gateway.Publisher;
import io.refundtool.sandbox.payment.PaymentLedger;
import io.refundtool.sandbox.payment.PaymentSimulator;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Those who read topics and write through the events bus: BOB and Payment. */
final class Actors {

    private final Publisher publisher;
    private final Postbox postbox;
    private final PaymentSimulator payment;
    private final BobSimulator bob;
    private final Bobs bobs;

    /** All of them, at work. */
    Actors(
            KafkaSettings kafka,
            GatewayClient gateway,
            PaymentLedger payments,
            RefundCopies copies,
            Set<Country> countries,
            FaultPlan faults,
            StopList parts) {
        this.publisher = new Publisher(gateway, faults);
        this.postbox = parts.add("postbox", new Postbox(publisher));
        this.payment = parts.add(
                "Payment", new PaymentSimulator(kafka, payments, publisher, postbox, faults, Clock.systemUTC()));
        this.bob = new BobSimulator(postbox, faults, Clock.systemUTC());
        copies.tell(bob);
        this.bobs = parts.add("BOB", new Bobs(kafka, countries, copies));
    }

    Publisher publisher() {
        return publisher;
    }

    BobSimulator bob() {
        return bob;
    }

    /** How much they will still say. */
    int pending() {
        return postbox.pending();
    }

    /** The bug that stopped one of them, if one did. */
    Optional<Throwable> failure() {
        return Stream.of(payment.failure(), postbox.failure(), bobs.failure())
                .flatMap(Optional::stream)
                .findFirst();
    }
}
