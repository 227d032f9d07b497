package io.refundtool.refund.streams;

import io.refundtool.events.json.JsonInput;
import io.refundtool.events.json.JsonOutput;
import io.refundtool.refund.domain.Wait;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The JSON of when something is due. */
final class DueJson {

    private DueJson() {}

    static void write(JsonOutput out, Due due) {
        out.begin();
        out.object("what", due.what(), FactsJson::writeWait);
        out.time("at", due.at());
        RefundLedgerJson.flag(out, "fired", due.fired());
        out.text("traceparent", due.traceparent());
        out.end();
    }

    static Due read(JsonInput in) {
        @Nullable Wait what = null;
        @Nullable Instant at = null;
        boolean fired = false;
        @Nullable String traceparent = null;
        in.object();
        while (in.nextProperty()) {
            switch (in.property()) {
                case "what" -> what = FactsJson.readWait(in);
                case "at" -> at = in.time();
                case "fired" -> fired = RefundLedgerJson.flag(in);
                case "traceparent" -> traceparent = in.text();
                default -> in.unknownProperty();
            }
        }
        return new Due(in.required("what", what), in.required("at", at), fired, traceparent);
    }
}
