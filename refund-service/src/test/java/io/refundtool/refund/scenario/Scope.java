package io.refundtool.refund.scenario;

/** Where values stand that are read or written: the scenario so far, and the refund that an event is about. */
record Scope(Fixture fixture, String refundId) {

    String orderId() {
        return fixture.given().orderId();
    }

    String idempotencyKey(int part, int tries) {
        return Ids.idempotencyKey(orderId(), refundId, part, tries);
    }
}
