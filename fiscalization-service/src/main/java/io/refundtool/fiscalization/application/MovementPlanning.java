package io.refundtool.fiscalization.application;

import io.refundtool.events.common.Customer;
import io.refundtool.events.common.RefundSnapshot;
import io.refundtool.fiscalization.domain.FiscalOperation;
import io.refundtool.fiscalization.domain.ReceiptPlan.Impossible;
import io.refundtool.fiscalization.domain.ReceiptPlan.Receipts;
import io.refundtool.fiscalization.domain.ReceiptPlanner;
import io.refundtool.fiscalization.persistence.Movement;
import io.refundtool.fiscalization.persistence.NewReceipt;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what a movement out needs: receipts, or an answer at once. */
public final class MovementPlanning {
    private static final Logger LOG = LoggerFactory.getLogger(MovementPlanning.class);

    private final CountryRules countries;
    private final CashRegister register;
    private final Clock clock;

    public MovementPlanning(CountryRules countries, CashRegister register, Clock clock) {
        this.countries = countries;
        this.register = register;
        this.clock = clock;
    }

    MovementEntry enter(Movement movement, RefundSnapshot refund) {
        if (!countries.receiptRequired(movement.country())) {
            return MovementEntry.notRequired(movement, clock.instant());
        }
        return switch (ReceiptPlanner.plan(refund)) {
            case Receipts plan -> new MovementEntry(movement, receipts(movement, refund, plan));
            case Impossible impossible ->
                MovementEntry.impossible(movement, clock.instant(), impossible.code(), impossible.reason());
        };
    }

    private List<NewReceipt> receipts(Movement movement, RefundSnapshot refund, Receipts plan) {
        LOG.debug(
                "Movement {} needs {} receipts",
                movement.movementId(),
                plan.receipts().size());
        String client = client(refund.customer());
        return plan.receipts().stream()
                .map(receipt ->
                        register.newReceipt(movement.movementId(), FiscalOperation.SELL_REFUND, receipt, client))
                .toList();
    }

    private String client(Customer customer) {
        String email = customer.email();
        String phone = customer.phone();
        if (email != null) {
            return email;
        }
        return phone != null ? phone : register.seller().email();
    }
}
