package io.refundtool.notifications.domain;

/**
 * What a channel's provider answered to one message. The text is the provider's own words for the delivery log, without
 * the recipient's address.
 */
public sealed interface Answer {
    /** The longest text kept of an answer, in characters. */
    int TEXT_LIMIT = 500;

    String text();

    /** The word for this answer in the delivery log. */
    default String word() {
        return switch (this) {
            case Taken it -> "taken";
            case Postponed it -> "postponed";
            case Refused it -> "refused";
        };
    }

    /** The provider took the message over, and it is the provider's now. */
    record Taken(String messageId, String text) implements Answer {
        public Taken {
            text = shortened(text);
        }
    }

    /** Not now: the same message may succeed later. */
    record Postponed(String text) implements Answer {
        public Postponed {
            text = shortened(text);
        }
    }

    /** Never: the same message to the same address will not succeed. */
    record Refused(String text) implements Answer {
        public Refused {
            text = shortened(text);
        }
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("[\\p{Cc}\\p{Cs}]+", " ");
        return line.codePointCount(0, line.length()) <= TEXT_LIMIT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TEXT_LIMIT));
    }
}
