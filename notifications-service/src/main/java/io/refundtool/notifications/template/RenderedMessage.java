package io.refundtool.notifications.template;

import java.util.Optional;

/**
 * A message in the customer's language.
 *
 * @param language of the template that was used, such as {@code de}
 * @param subject one line without control characters, a sentence that is understood without the text
 * @param text plain text of several lines
 */
public record RenderedMessage(String language, String subject, String text) {

    /** Splits what a template wrote; empty when there is no subject of one clean line, or no text. */
    static Optional<RenderedMessage> parse(String language, String whole) {
        int end = whole.indexOf('\n');
        if (end < 0) {
            return Optional.empty();
        }
        String subject = whole.substring(0, end).strip();
        String text = whole.substring(end).strip();
        return subject.isEmpty() || text.isEmpty() || subject.codePoints().anyMatch(Character::isISOControl)
                ? Optional.empty()
                : Optional.of(new RenderedMessage(language, subject, text + "\n"));
    }

    /** Shows the language only, since the rest is about a customer. */
    @Override
    public String toString() {
        return "RenderedMessage[" + language + "]";
    }
}
