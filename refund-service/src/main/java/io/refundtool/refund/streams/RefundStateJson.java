package io.refundtool.refund.streams;

import io.refundtool.events.common.ClarificationCode;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.common.RejectionCode;
import io.refundtool.events.json.JsonInput;
import io.refundtool.events.json.JsonOutput;
import io.refundtool.refund.domain.RefundState;
import io.refundtool.refund.domain.RefundState.Approved;
import io.refundtool.refund.domain.RefundState.AwaitingClarification;
import io.refundtool.refund.domain.RefundState.Cancelled;
import io.refundtool.refund.domain.RefundState.Completed;
import io.refundtool.refund.domain.RefundState.Fiscalized;
import io.refundtool.refund.domain.RefundState.MoneyRefunded;
import io.refundtool.refund.domain.RefundState.OnHold;
import io.refundtool.refund.domain.RefundState.Rejected;
import io.refundtool.refund.domain.RefundState.Reversed;
import io.refundtool.refund.domain.RefundState.Reversing;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a refund's state. The property {@code in} names the state. Names are persisted data: a state or property
 * may be added, but none renamed, unless every store is rebuilt from the topics.
 */
final class RefundStateJson {

    private RefundStateJson() {}

    static void write(JsonOutput out, RefundState state) {
        out.begin();
        out.choice("in", state.status());
        switch (state) {
            case AwaitingClarification(var code, var reason) -> writeWhy(out, code.wire(), reason);
            case Rejected(var code, var reason) -> writeWhy(out, code.wire(), reason);
            case Cancelled(var reason) -> out.text("reason", reason);
            case Reversing(var reason) -> out.text("reason", reason);
            case Reversed(var reason) -> out.text("reason", reason);
            case OnHold(var code, var reason, var interrupted) -> {
                writeWhy(out, code.wire(), reason);
                out.object("interrupted", interrupted, RefundStateJson::write);
            }
            case Approved _, MoneyRefunded _, Fiscalized _, Completed _ -> {}
        }
        out.end();
    }

    static RefundState read(JsonInput in) {
        Fields fields = new Fields();
        in.object();
        while (in.nextProperty()) {
            fields.read(in);
        }
        return fields.build(in);
    }

    private static void writeWhy(JsonOutput out, String code, String reason) {
        out.text("code", code);
        out.text("reason", reason);
    }

    /** What was read so far. */
    private static final class Fields {
        private @Nullable String in;
        private @Nullable String code;
        private @Nullable String reason;
        private @Nullable RefundState interrupted;

        void read(JsonInput input) {
            switch (input.property()) {
                case "in" -> in = input.text();
                case "code" -> code = input.text();
                case "reason" -> reason = input.text();
                case "interrupted" -> interrupted = RefundStateJson.read(input);
                default -> input.unknownProperty();
            }
        }

        RefundState build(JsonInput input) {
            return switch (RefundStatus.of(input.required("in", in))) {
                case AWAITING_CLARIFICATION ->
                    new AwaitingClarification(ClarificationCode.of(code(input)), reason(input));
                case APPROVED -> new Approved();
                case MONEY_REFUNDED -> new MoneyRefunded();
                case FISCALIZED -> new Fiscalized();
                case COMPLETED -> new Completed();
                case REVERSING -> new Reversing(reason(input));
                case REVERSED -> new Reversed(reason(input));
                case REJECTED -> new Rejected(RejectionCode.of(code(input)), reason(input));
                case CANCELLED -> new Cancelled(reason(input));
                case ON_HOLD ->
                    new OnHold(HoldCode.of(code(input)), reason(input), input.required("interrupted", interrupted));
            };
        }

        private String code(JsonInput input) {
            return input.required("code", code);
        }

        private String reason(JsonInput input) {
            return input.required("reason", reason);
        }
    }
}
