package io.refundtool.refund.streams;

import io.refundtool.events.common.Receipt;
import io.refundtool.events.json.CommonJson;
import io.refundtool.events.json.JsonInput;
import io.refundtool.events.json.JsonOutput;
import io.refundtool.refund.domain.Fiscal;
import io.refundtool.refund.domain.ReceiptAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of a refund's receipts. An answer's property {@code is} says which answer it is. */
final class FiscalJson {

    private static final String REGISTERED = "registered";
    private static final String NOT_REQUIRED = "not-required";
    private static final String FAILED = "failed";
    private static final String CONTRADICTING = "contradicting";

    private FiscalJson() {}

    static void write(JsonOutput out, Fiscal fiscal) {
        out.begin();
        RefundLedgerJson.flag(out, "asked", fiscal.asked());
        out.object("refund", fiscal.refund(), FiscalJson::writeAnswer);
        RefundLedgerJson.flag(out, "compensationAsked", fiscal.compensationAsked());
        out.object("compensation", fiscal.compensation(), FiscalJson::writeAnswer);
        out.end();
    }

    static Fiscal read(JsonInput in) {
        boolean asked = false;
        @Nullable ReceiptAnswer refund = null;
        boolean compensationAsked = false;
        @Nullable ReceiptAnswer compensation = null;
        in.object();
        while (in.nextProperty()) {
            switch (in.property()) {
                case "asked" -> asked = RefundLedgerJson.flag(in);
                case "refund" -> refund = readAnswer(in);
                case "compensationAsked" -> compensationAsked = RefundLedgerJson.flag(in);
                case "compensation" -> compensation = readAnswer(in);
                default -> in.unknownProperty();
            }
        }
        return new Fiscal(asked, refund, compensationAsked, compensation);
    }

    private static void writeAnswer(JsonOutput out, ReceiptAnswer answer) {
        out.begin();
        switch (answer) {
            case ReceiptAnswer.Registered(List<Receipt> receipts) -> {
                out.text("is", REGISTERED);
                out.list("receipts", receipts, CommonJson::writeReceipt);
            }
            case ReceiptAnswer.NotRequired() -> out.text("is", NOT_REQUIRED);
            case ReceiptAnswer.Failed(String code, String reason) -> {
                out.text("is", FAILED);
                out.text("code", code);
                out.text("reason", reason);
            }
            case ReceiptAnswer.Contradicting(String reason) -> {
                out.text("is", CONTRADICTING);
                out.text("reason", reason);
            }
        }
        out.end();
    }

    private static ReceiptAnswer readAnswer(JsonInput in) {
        @Nullable String is = null;
        @Nullable List<Receipt> receipts = null;
        @Nullable String code = null;
        @Nullable String reason = null;
        in.object();
        while (in.nextProperty()) {
            switch (in.property()) {
                case "is" -> is = in.text();
                case "receipts" -> receipts = in.list(CommonJson::readReceipt);
                case "code" -> code = in.text();
                case "reason" -> reason = in.text();
                default -> in.unknownProperty();
            }
        }
        return switch (in.required("is", is)) {
            case REGISTERED -> new ReceiptAnswer.Registered(in.required("receipts", receipts));
            case NOT_REQUIRED -> new ReceiptAnswer.NotRequired();
            case FAILED -> new ReceiptAnswer.Failed(in.required("code", code), in.required("reason", reason));
            case CONTRADICTING -> new ReceiptAnswer.Contradicting(in.required("reason", reason));
            default -> throw new IllegalStateException("Expected an answer that this version knows, but got " + is);
        };
    }
}
