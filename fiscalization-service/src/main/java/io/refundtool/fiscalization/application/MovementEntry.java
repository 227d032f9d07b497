package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.domain.ImpossibleReceipt;
import io.refundtool.fiscalization.domain.MovementState;
import io.refundtool.fiscalization.persistence.Movement;
import io.refundtool.fiscalization.persistence.NewReceipt;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A movement as it enters the ledger, with the receipts that are begun for it; none if it is finished or has to wait. */
record MovementEntry(Movement movement, List<NewReceipt> receipts) {
    private static final Logger LOG = LoggerFactory.getLogger(MovementEntry.class);

    MovementEntry {
        receipts = List.copyOf(receipts);
    }

    static MovementEntry notRequired(Movement movement, Instant at) {
        LOG.debug("Movement {} needs no receipt in {}", movement.movementId(), movement.country());
        String reason = "Country %s asks for no receipt".formatted(movement.country());
        return new MovementEntry(movement.finished(MovementState.NOT_REQUIRED, at, null, reason), List.of());
    }

    static MovementEntry impossible(Movement movement, Instant at, ImpossibleReceipt code, String reason) {
        LOG.error("No receipt can state movement {}: {}", movement.movementId(), reason);
        return new MovementEntry(movement.finished(MovementState.FAILED, at, code.name(), reason), List.of());
    }
}
