package io.refundtool.sandbox.feed;

import org.jspecify.annotations.Nullable;

/** A file that cannot be read at all; the message is a sentence for the person who named it. */
public final class UnusableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
