package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.loop.Claiming;
import io.refundtool.fiscalization.loop.Rounds;
import io.refundtool.fiscalization.loop.WakeUp;
import io.refundtool.fiscalization.persistence.ReceiptClaims;
import java.util.Optional;

/** Asks for the report of receipts whose callback stayed away, at the pace that the cash register allows. */
public final class ReportRounds implements Rounds {
    private final ReceiptClaims claims;
    private final FiscalRegister register;
    private final AnswerQueue answers;
    private final SendingGate gate;
    private final WakeUp wakeUp;
    private final WorkLimits limits;
    private final String groupCode;
    private final Claiming claiming;
    private boolean known;

    public ReportRounds(
            ReceiptClaims claims,
            FiscalRegister register,
            AnswerQueue answers,
            SendingGate gate,
            WakeUp wakeUp,
            WorkLimits limits,
            String groupCode) {
        this.claims = claims;
        this.register = register;
        this.answers = answers;
        this.gate = gate;
        this.wakeUp = wakeUp;
        this.limits = limits;
        this.groupCode = groupCode;
        this.claiming = new Claiming("Reports", limits.reportPace());
    }

    @Override
    public void round() throws InterruptedException {
        if (gate.atMost(1) > 0 && register.reachable()) {
            claiming.claim(this::claim, Optional.<ReportRequest>empty())
                    .ifPresent(request -> answers.leave(Told.report(request, register.report(request))));
        }
        wakeUp.await(claiming.pause());
    }

    @Override
    public void closing() {
        wakeUp.now();
    }

    private Optional<ReportRequest> claim() {
        if (!known) {
            claims.addCashRegister(groupCode);
            known = true;
        }
        return claims.claimToReport(groupCode, limits.reportPace());
    }
}
