package io.refundtool.refund.streams;

import io.refundtool.events.json.JsonInput;
import io.refundtool.events.json.JsonOutput;
import io.refundtool.events.json.JsonStreams;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.domain.RefundCase;
import io.refundtool.refund.domain.RefundLedger;
import io.refundtool.refund.domain.RefundState;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Writes a refund as JSON, by the code that reads and writes the events it is made of. */
public final class RefundSerde {

    private RefundSerde() {}

    static Serde<WatchedRefund> create() {
        return Serdes.serdeFrom(
                (topic, refund) -> refund == null ? null : JsonStreams.write(refund, RefundSerde::write),
                (topic, bytes) -> bytes == null ? null : JsonStreams.read(bytes, 0, bytes.length, RefundSerde::read));
    }

    /** A refund of which nothing is watched, as it is stored: what follows from the log alone. */
    public static byte[] written(Refund refund) {
        return JsonStreams.write(WatchedRefund.unwatched(refund), RefundSerde::write);
    }

    private static void write(JsonOutput out, WatchedRefund watched) {
        out.begin();
        out.object("asked", watched.refund().asked(), RefundCaseJson::write);
        out.object("ledger", watched.refund().ledger(), RefundLedgerJson::write);
        out.object("state", watched.refund().state(), RefundStateJson::write);
        out.list("dues", watched.dues(), DueJson::write);
        out.time("alarm", watched.alarm());
        out.end();
    }

    private static WatchedRefund read(JsonInput in) {
        @Nullable RefundCase asked = null;
        @Nullable RefundLedger ledger = null;
        @Nullable RefundState state = null;
        @Nullable List<Due> dues = null;
        @Nullable Instant alarm = null;
        in.object();
        while (in.nextProperty()) {
            switch (in.property()) {
                case "asked" -> asked = RefundCaseJson.read(in);
                case "ledger" -> ledger = RefundLedgerJson.read(in);
                case "state" -> state = RefundStateJson.read(in);
                case "dues" -> dues = in.list(DueJson::read);
                case "alarm" -> alarm = in.time();
                default -> in.unknownProperty();
            }
        }
        Refund refund =
                new Refund(in.required("asked", asked), in.required("ledger", ledger), in.required("state", state));
        return new WatchedRefund(refund, in.required("dues", dues), alarm);
    }
}
