package io.refundtool.refund.updates;

/** Why a listener gets no more updates; the last event of its stream says it. */
public enum Ending {
    TOO_SLOW("Expected to be read faster: updates wait no longer. Go on from the last event id."),
    STOPPING("This instance stops. Go on from the last event id, here or at another instance."),
    FAILED("Reading the updates failed. Go on from the last event id.");

    private final String sentence;

    Ending(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
