package io.refundtool.sandbox.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Names of movements, made of their idempotency keys, so that they are the same in every run. */
final class TransactionIds {

    private TransactionIds() {}

    static String of(String idempotencyKey) {
        return "TX-" + UUID.nameUUIDFromBytes(idempotencyKey.getBytes(UTF_8));
    }

    /** The movement that should not be. */
    static String second(String idempotencyKey) {
        return of(idempotencyKey) + "-2";
    }
}
