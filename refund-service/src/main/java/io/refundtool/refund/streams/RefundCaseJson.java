package io.refundtool.refund.streams;

import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.Customer;
import io.refundtool.events.common.Payout;
import io.refundtool.events.common.RefundedLine;
import io.refundtool.events.common.RequestedLine;
import io.refundtool.events.json.CommonJson;
import io.refundtool.events.json.JsonInput;
import io.refundtool.events.json.JsonOutput;
import io.refundtool.refund.domain.RefundCase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of what was asked. */
final class RefundCaseJson {

    private RefundCaseJson() {}

    static void write(JsonOutput out, RefundCase asked) {
        out.begin();
        out.text("orderId", asked.orderId());
        out.text("refundId", asked.refundId());
        out.choice("country", asked.country());
        out.choice("currency", asked.currency());
        out.object("customer", asked.customer(), CommonJson::writeCustomer);
        out.time("orderedAt", asked.orderedAt());
        out.time("requestedAt", asked.requestedAt());
        out.number("amountMinor", asked.amountMinor());
        out.list("requested", asked.requested(), CommonJson::writeRequestedLine);
        out.list("lines", asked.lines(), CommonJson::writeRefundedLine);
        out.object("payout", asked.payout(), CommonJson::writePayout);
        out.object("alternativePayout", asked.alternativePayout(), CommonJson::writePayout);
        out.end();
    }

    static RefundCase read(JsonInput in) {
        Fields fields = new Fields();
        in.object();
        while (in.nextProperty()) {
            fields.read(in);
        }
        return fields.build(in);
    }

    /** What was read so far. */
    private static final class Fields {
        private @Nullable String orderId;
        private @Nullable String refundId;
        private @Nullable Country country;
        private @Nullable CurrencyCode currency;
        private @Nullable Customer customer;
        private @Nullable Instant orderedAt;
        private @Nullable Instant requestedAt;
        private @Nullable Long amountMinor;
        private @Nullable List<RequestedLine> requested;
        private @Nullable List<RefundedLine> lines;
        private @Nullable Payout payout;
        private @Nullable Payout alternativePayout;

        void read(JsonInput in) {
            switch (in.property()) {
                case "orderId" -> orderId = in.text();
                case "refundId" -> refundId = in.text();
                case "country" -> country = in.choice(Country::of);
                case "currency" -> currency = in.choice(CurrencyCode::of);
                case "customer" -> customer = CommonJson.readCustomer(in);
                case "orderedAt" -> orderedAt = in.time();
                case "requestedAt" -> requestedAt = in.time();
                case "amountMinor" -> amountMinor = in.int64();
                case "requested" -> requested = in.list(CommonJson::readRequestedLine);
                case "lines" -> lines = in.list(CommonJson::readRefundedLine);
                case "payout" -> payout = CommonJson.readPayout(in);
                case "alternativePayout" -> alternativePayout = CommonJson.readPayout(in);
                default -> in.unknownProperty();
            }
        }

        RefundCase build(JsonInput in) {
            return new RefundCase(
                    in.required("orderId", orderId),
                    in.required("refundId", refundId),
                    in.required("country", country),
                    in.required("currency", currency),
                    in.required("customer", customer),
                    in.required("orderedAt", orderedAt),
                    in.required("requestedAt", requestedAt),
                    in.required("amountMinor", amountMinor),
                    in.required("requested", requested),
                    in.required("lines", lines),
                    in.required("payout", payout),
                    alternativePayout);
        }
    }
}
