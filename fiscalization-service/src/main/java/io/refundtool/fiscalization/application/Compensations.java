package io.refundtool.fiscalization.application;

import static java.util.Objects.requireNonNull;

import io.refundtool.fiscalization.domain.FiscalOperation;
import io.refundtool.fiscalization.domain.ImpossibleReceipt;
import io.refundtool.fiscalization.domain.MovementState;
import io.refundtool.fiscalization.persistence.Movement;
import io.refundtool.fiscalization.persistence.NewReceipt;
import io.refundtool.fiscalization.persistence.ReceiptContents;
import io.refundtool.fiscalization.persistence.ReceiptContents.Content;
import io.refundtool.fiscalization.persistence.SettledReceipts;
import io.refundtool.fiscalization.persistence.SettledReceipts.SettledReceipt;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what a movement back needs: sale receipts that mirror those of the movement it compensates, as they stand in the
 * ledger. While those are in progress it waits for them; it has nothing to compensate where they failed.
 */
public final class Compensations {
    private static final Logger LOG = LoggerFactory.getLogger(Compensations.class);

    private final CountryRules countries;
    private final CashRegister register;
    private final SettledReceipts receipts;
    private final ReceiptContents contents;
    private final Clock clock;

    public Compensations(
            CountryRules countries,
            CashRegister register,
            SettledReceipts receipts,
            ReceiptContents contents,
            Clock clock) {
        this.countries = countries;
        this.register = register;
        this.receipts = receipts;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * The movement back as it enters the ledger.
     *
     * @param ofRefund all movements of its refund, locked
     */
    MovementEntry enter(Movement back, Map<String, Movement> ofRefund) {
        Movement out = ofRefund.get(requireNonNull(back.compensates()));
        if (out == null) {
            return countries.receiptRequired(back.country())
                    ? impossible(back, ImpossibleReceipt.COMPENSATED_UNKNOWN, "is not in the ledger of this refund")
                    : MovementEntry.notRequired(back, clock.instant());
        }
        if (out.compensates() != null || !out.isOfSameAmountAs(back)) {
            return impossible(
                    back, ImpossibleReceipt.MOVEMENT_CONTRADICTS_LEDGER, "is not a movement out of the same amount");
        }
        return ofRefund.values().stream()
                .filter(other -> !other.movementId().equals(back.movementId()))
                .filter(other -> out.movementId().equals(other.compensates()))
                .filter(other -> other.state() != MovementState.FAILED)
                .findFirst()
                .map(other -> impossible(
                        back, ImpossibleReceipt.COMPENSATED_TWICE, "is compensated by " + other.movementId()))
                .orElseGet(() -> begin(back, out));
    }

    /** What a movement back needs now that it is known what became of the movement out. */
    MovementEntry begin(Movement back, Movement out) {
        return switch (out.state()) {
            case PENDING -> {
                LOG.debug("Movement {} waits for the receipts of {}", back.movementId(), out.movementId());
                yield new MovementEntry(back, List.of());
            }
            case REGISTERED -> new MovementEntry(back, mirrored(back, out));
            case NOT_REQUIRED -> MovementEntry.notRequired(back, clock.instant());
            case FAILED ->
                impossible(back, ImpossibleReceipt.COMPENSATED_NOT_REGISTERED, "has failed with " + out.failureCode());
        };
    }

    private List<NewReceipt> mirrored(Movement back, Movement out) {
        List<SettledReceipt> registered =
                LineReceipts.of(receipts.ofMovements(List.of(out.movementId()))
                                .getOrDefault(out.movementId(), List.of()))
                        .stream()
                        .map(LineReceipts::standing)
                        .toList();
        Map<Long, Content> stated =
                contents.find(registered.stream().map(SettledReceipt::receiptId).toList());
        LOG.debug("Movement {} mirrors {} receipts", back.movementId(), stated.size());
        return registered.stream()
                .map(receipt -> requireNonNull(stated.get(receipt.receiptId())))
                .map(content -> register.newReceipt(
                        back.movementId(), FiscalOperation.SELL, content.receipt(), content.client()))
                .toList();
    }

    private MovementEntry impossible(Movement back, ImpossibleReceipt code, String fact) {
        String reason = "Expected movement %s, which %s compensates, to have registered receipts, but it %s"
                .formatted(back.compensates(), back.movementId(), fact);
        return MovementEntry.impossible(back, clock.instant(), code, reason);
    }
}
