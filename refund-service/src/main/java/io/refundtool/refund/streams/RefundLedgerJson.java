package io.refundtool.refund.streams;

import io.refundtool.events.common.NotificationResult;
import io.refundtool.events.common.Payout;
import io.refundtool.events.common.PayoutPart;
import io.refundtool.events.json.CommonJson;
import io.refundtool.events.json.JsonInput;
import io.refundtool.events.json.JsonOutput;
import io.refundtool.refund.domain.Ending;
import io.refundtool.refund.domain.Fiscal;
import io.refundtool.refund.domain.PayoutPlan;
import io.refundtool.refund.domain.RefundLedger;
import io.refundtool.refund.domain.RefundLedger.Decline;
import io.refundtool.refund.domain.Transaction;
import io.refundtool.refund.domain.Wait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of what is known of a refund. Names are persisted data, as those of {@link RefundStateJson}. */
final class RefundLedgerJson {

    private RefundLedgerJson() {}

    static void write(JsonOutput out, RefundLedger ledger) {
        out.begin();
        out.list("parts", ledger.plan().parts(), CommonJson::writePayoutPart);
        flag(out, "alternativeUsed", ledger.plan().alternativeUsed());
        out.list("transactions", ledger.transactions(), FactsJson::writeTransaction);
        out.list("declines", ledger.declines(), FactsJson::writeDecline);
        out.list("clarifications", ledger.clarifications(), CommonJson::writePayout);
        out.object("fiscal", ledger.fiscal(), FiscalJson::write);
        out.choice("told", ledger.told());
        out.object("ending", ledger.ending(), FactsJson::writeEnding);
        out.list("waits", ledger.waits(), FactsJson::writeWait);
        out.number("rounds", ledger.rounds());
        out.end();
    }

    static RefundLedger read(JsonInput in) {
        Fields fields = new Fields();
        in.object();
        while (in.nextProperty()) {
            fields.read(in);
        }
        return fields.build(in);
    }

    /** Written as 1 where it holds, and left out otherwise. */
    static void flag(JsonOutput out, String name, boolean holds) {
        if (holds) {
            out.number(name, 1);
        }
    }

    static boolean flag(JsonInput in) {
        return in.int32() == 1;
    }

    /** What was read so far. */
    private static final class Fields {
        private @Nullable List<PayoutPart> parts;
        private boolean alternativeUsed;
        private @Nullable List<Transaction> transactions;
        private @Nullable List<Decline> declines;
        private @Nullable List<Payout> clarifications;
        private @Nullable Fiscal fiscal;
        private @Nullable NotificationResult told;
        private @Nullable Ending ending;
        private @Nullable List<Wait> waits;
        private int rounds;

        void read(JsonInput in) {
            switch (in.property()) {
                case "parts" -> parts = in.list(CommonJson::readPayoutPart);
                case "alternativeUsed" -> alternativeUsed = flag(in);
                case "transactions" -> transactions = in.list(FactsJson::readTransaction);
                case "declines" -> declines = in.list(FactsJson::readDecline);
                case "clarifications" -> clarifications = in.list(CommonJson::readPayout);
                case "fiscal" -> fiscal = FiscalJson.read(in);
                case "told" -> told = in.choice(NotificationResult::of);
                case "ending" -> ending = FactsJson.readEnding(in);
                case "waits" -> waits = in.list(FactsJson::readWait);
                case "rounds" -> rounds = in.int32();
                default -> in.unknownProperty();
            }
        }

        RefundLedger build(JsonInput in) {
            return new RefundLedger(
                    new PayoutPlan(in.required("parts", parts), alternativeUsed),
                    in.required("transactions", transactions),
                    in.required("declines", declines),
                    in.required("clarifications", clarifications),
                    in.required("fiscal", fiscal),
                    in.required("told", told),
                    ending,
                    in.required("waits", waits),
                    rounds);
        }
    }
}
