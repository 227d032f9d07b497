package io.refundtool.refund.domain;

/** Sentences for people, cut to what the events' {@code LongText} holds. */
final class Reasons {

    /** Code points; the limit of {@code LongText} in the specs. */
    static final int MAX_LENGTH = 2000;

    private Reasons() {}

    static String sentence(String format, Object... arguments) {
        String text = format.formatted(arguments);
        return text.codePointCount(0, text.length()) <= MAX_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH));
    }

    static Step.Ignored ignored(Refund refund, EventMeta event, String expected) {
        return new Step.Ignored(sentence(
                "Expected %s, but refund %s of order %s is %s when %s arrives",
                expected,
                refund.refundId(),
                refund.asked().orderId(),
                refund.status().wire(),
                event.type()));
    }
}
