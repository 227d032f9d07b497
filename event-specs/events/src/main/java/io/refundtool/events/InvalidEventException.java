package io.refundtool.events;

import org.jspecify.annotations.Nullable;

/**
 * A value is not what the spec of its event allows.
 *
 * <p>The message reads "Expected &lt;path&gt; to …, but …". It never quotes a text of the event, since that may be
 * personal data; it quotes numbers and what stands in place of an enum's value.
 */
public final class InvalidEventException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String expectation;
    private final String actual;

    /**
     * A refusal of the value at a path.
     *
     * @param path where, such as {@code order.lines[3].sku}; empty for the value as a whole
     * @param expectation what follows "to"
     * @param actual what follows "but"
     */
    public InvalidEventException(String path, String expectation, String actual) {
        this(path, expectation, actual, null);
    }

    public InvalidEventException(String path, String expectation, String actual, @Nullable Throwable cause) {
        this(path, path.isEmpty() ? "the value" : path, expectation, actual, cause);
    }

    private InvalidEventException(
            String path, String subject, String expectation, String actual, @Nullable Throwable cause) {
        super("Expected %s to %s, but %s".formatted(subject, expectation, actual), cause);
        this.path = path;
        this.expectation = expectation;
        this.actual = actual;
    }

    /** Where in the event; empty for the event as a whole. */
    public String path() {
        return path;
    }

    /** The same refusal seen from the event, in which the value stands at a path. */
    public InvalidEventException within(String outer) {
        String whole = outer.isEmpty() || path.isEmpty() ? outer + path : outer + "." + path;
        InvalidEventException seen = new InvalidEventException(
                whole, whole.isEmpty() ? "the event" : whole, expectation, actual, getCause());
        seen.setStackTrace(getStackTrace());
        return seen;
    }
}
