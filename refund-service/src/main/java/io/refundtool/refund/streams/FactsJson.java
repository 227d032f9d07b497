package io.refundtool.refund.streams;

import io.refundtool.events.common.Awaited;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.DeclineCode;
import io.refundtool.events.json.JsonInput;
import io.refundtool.events.json.JsonOutput;
import io.refundtool.refund.domain.Ending;
import io.refundtool.refund.domain.RefundLedger.Decline;
import io.refundtool.refund.domain.Transaction;
import io.refundtool.refund.domain.Wait;
import org.jspecify.annotations.Nullable;

/** The JSON of the entries of a refund's ledger. */
final class FactsJson {

    private FactsJson() {}

    static void writeTransaction(JsonOutput out, Transaction transaction) {
        out.begin();
        out.number("part", transaction.part());
        out.text("idempotencyKey", transaction.idempotencyKey());
        out.text("transactionId", transaction.transactionId());
        out.number("amountMinor", transaction.amountMinor());
        out.choice("currency", transaction.currency());
        out.text("fate", transaction.fate().name());
        out.end();
    }

    static Transaction readTransaction(JsonInput in) {
        int part = 0;
        @Nullable String idempotencyKey = null;
        @Nullable String transactionId = null;
        long amountMinor = 0;
        @Nullable CurrencyCode currency = null;
        @Nullable String fate = null;
        in.object();
        while (in.nextProperty()) {
            switch (in.property()) {
                case "part" -> part = in.int32();
                case "idempotencyKey" -> idempotencyKey = in.text();
                case "transactionId" -> transactionId = in.text();
                case "amountMinor" -> amountMinor = in.int64();
                case "currency" -> currency = in.choice(CurrencyCode::of);
                case "fate" -> fate = in.text();
                default -> in.unknownProperty();
            }
        }
        return new Transaction(
                part,
                in.required("idempotencyKey", idempotencyKey),
                in.required("transactionId", transactionId),
                amountMinor,
                in.required("currency", currency),
                Transaction.Fate.valueOf(in.required("fate", fate)));
    }

    static void writeDecline(JsonOutput out, Decline decline) {
        out.begin();
        out.text("idempotencyKey", decline.idempotencyKey());
        out.choice("code", decline.code());
        out.end();
    }

    static Decline readDecline(JsonInput in) {
        @Nullable String idempotencyKey = null;
        @Nullable DeclineCode code = null;
        in.object();
        while (in.nextProperty()) {
            switch (in.property()) {
                case "idempotencyKey" -> idempotencyKey = in.text();
                case "code" -> code = in.choice(DeclineCode::of);
                default -> in.unknownProperty();
            }
        }
        return new Decline(in.required("idempotencyKey", idempotencyKey), in.required("code", code));
    }

    static void writeEnding(JsonOutput out, Ending ending) {
        out.begin();
        out.text("kind", ending.kind().name());
        out.text("reason", ending.reason());
        out.end();
    }

    static Ending readEnding(JsonInput in) {
        @Nullable String kind = null;
        @Nullable String reason = null;
        in.object();
        while (in.nextProperty()) {
            switch (in.property()) {
                case "kind" -> kind = in.text();
                case "reason" -> reason = in.text();
                default -> in.unknownProperty();
            }
        }
        return new Ending(Ending.Kind.valueOf(in.required("kind", kind)), in.required("reason", reason));
    }

    static void writeWait(JsonOutput out, Wait wait) {
        out.begin();
        out.choice("awaited", wait.awaited());
        out.number("round", wait.round());
        out.number("attempt", wait.attempt());
        out.end();
    }

    static Wait readWait(JsonInput in) {
        @Nullable Awaited awaited = null;
        int round = 0;
        int attempt = 0;
        in.object();
        while (in.nextProperty()) {
            switch (in.property()) {
                case "awaited" -> awaited = in.choice(Awaited::of);
                case "round" -> round = in.int32();
                case "attempt" -> attempt = in.int32();
                default -> in.unknownProperty();
            }
        }
        return new Wait(in.required("awaited", awaited), round, attempt);
    }
}
