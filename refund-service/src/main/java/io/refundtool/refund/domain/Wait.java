package io.refundtool.refund.domain;

import io.refundtool.events.common.Awaited;

/**
 * Something that a refund waits for. A deadline belongs to one round and attempt, so one that comes late means nothing.
 *
 * @param round which waiting of the refund it is, from 1 over all kinds
 * @param attempt how many times the round was announced, from 1
 */
public record Wait(Awaited awaited, int round, int attempt) {

    Wait again() {
        return new Wait(awaited, round, attempt + 1);
    }
}
