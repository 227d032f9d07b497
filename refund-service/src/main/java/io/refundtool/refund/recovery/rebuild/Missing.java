package io.refundtool.refund.recovery.rebuild;

/** An output that follows and was not published. */
final class Missing {

    private final Output output;
    private boolean overtaken;

    Missing(Output output) {
        this.output = output;
    }

    Output output() {
        return output;
    }

    /** Something newer about the refund was published: readers that keep the last word would go back by this one. */
    void overtake() {
        overtaken = true;
    }

    Finding.Kind kind() {
        return overtaken ? Finding.Kind.OVERTAKEN : Finding.Kind.MISSING;
    }
}
