package io.refundtool.refund.recovery.rebuild;

import java.util.Locale;

/**
 * An output that is not in its topic as it follows, or one that is and does not follow.
 *
 * @param id of the event; of a dead letter, of the record that it is about and how often that failed
 * @param place where it stands, as {@code topic-partition@offset}; of a missing one, the topic and partition alone
 */
record Finding(Kind kind, String id, String type, String orderId, String refundId, String place) {

    /** What is wrong. */
    enum Kind {
        /** It follows, and was not published. */
        MISSING,
        /** As missing, but something newer about the refund was published. */
        OVERTAKEN,
        /** It was published with other content. */
        DIFFERING,
        /** It was published, and does not follow. */
        ADDITIONAL,
        /** It was published more than once. */
        TWICE;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One line, without personal data. */
    String line() {
        return String.join("\t", kind.wire(), place, id, type, orderId, refundId);
    }
}
