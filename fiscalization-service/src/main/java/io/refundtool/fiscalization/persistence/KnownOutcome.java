package io.refundtool.fiscalization.persistence;

import io.refundtool.events.fiscalization.FiscalizationUpdate;
import java.time.Instant;

/**
 * What the service told of a movement before its ledger was lost.
 *
 * @param eventId under which it was told
 */
public record KnownOutcome(String movementId, String eventId, Instant toldAt, FiscalizationUpdate event) {}
