package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.loop.Claiming;
import io.refundtool.fiscalization.loop.Rounds;
import io.refundtool.fiscalization.loop.WakeUp;
import io.refundtool.fiscalization.persistence.ReceiptClaims;
import java.time.Duration;
import java.util.List;

/** Claims due receipts and has them sent. Woken at commit; asks the database by itself for what became due by time. */
public final class RegistrationRounds implements Rounds {
    private static final Duration LONGEST_NAP = Duration.ofSeconds(1);

    private final ReceiptClaims claims;
    private final FiscalRegister register;
    private final Senders senders;
    private final SendingGate gate;
    private final WakeUp wakeUp;
    private final WorkLimits limits;
    private final Claiming claiming = new Claiming("Receipts", LONGEST_NAP);
    private long recheckAtNanos;

    public RegistrationRounds(
            ReceiptClaims claims,
            FiscalRegister register,
            Senders senders,
            SendingGate gate,
            WakeUp wakeUp,
            WorkLimits limits) {
        this.claims = claims;
        this.register = register;
        this.senders = senders;
        this.gate = gate;
        this.wakeUp = wakeUp;
        this.limits = limits;
    }

    @Override
    public void opening() {
        senders.open();
    }

    @Override
    public void closing() {
        senders.close();
        wakeUp.now();
    }

    @Override
    public void closed() throws InterruptedException {
        senders.awaitEnd();
    }

    @Override
    public void round() throws InterruptedException {
        int wanted = wanted();
        if (wanted == 0) {
            wakeUp.await(LONGEST_NAP);
            return;
        }
        senders.reserve(limits.claimSize());
        long leaseEnd = System.nanoTime() + limits.lease().toNanos();
        List<RegistrationRequest> claimed = claiming.claim(() -> claims.claimToRegister(wanted), List.of());
        senders.giveBack(limits.claimSize() - claimed.size());
        senders.send(claimed, leaseEnd);
        if (claimed.size() < wanted || wanted < limits.claimSize()) {
            wakeUp.await(claiming.pause());
        }
    }

    private int wanted() {
        if (gate.atMost(1) > 0) {
            recheckAtNanos = System.nanoTime() + limits.credentialsRecheck().toNanos();
        } else if (System.nanoTime() - recheckAtNanos >= 0) {
            recheckAtNanos = System.nanoTime() + limits.credentialsRecheck().toNanos();
            if (register.credentialsAccepted()) {
                gate.tryOne();
            }
        }
        return register.reachable() ? gate.atMost(limits.claimSize()) : 0;
    }
}
