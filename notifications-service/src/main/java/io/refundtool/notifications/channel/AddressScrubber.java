package io.refundtool.notifications.channel;

import io.refundtool.notifications.domain.Recipient;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes addresses out of what a provider said, since servers like to repeat them and the words go to the delivery log and
 * into an event.
 */
final class AddressScrubber {
    private static final Pattern EMAIL = Pattern.compile("[^\\s<>,;:@]+@[^\\s<>,;:@]+");
    private static final String HIDDEN = Matcher.quoteReplacement("[address]");
    /** A shorter local part is left in place: it would match inside of words. */
    private static final int SHORTEST_LOCAL_PART = 3;

    private AddressScrubber() {}

    static String scrub(String words, Recipient recipient) {
        String known = without(words, recipient.address());
        String clean = EMAIL.matcher(known).replaceAll(HIDDEN);
        int at = recipient.address().lastIndexOf('@');
        return at < SHORTEST_LOCAL_PART
                ? clean
                : without(clean, recipient.address().substring(0, at));
    }

    private static String without(String words, String secret) {
        return Pattern.compile(secret, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(words)
                .replaceAll(HIDDEN);
    }
}
