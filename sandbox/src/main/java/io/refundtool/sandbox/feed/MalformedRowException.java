package io.refundtool.sandbox.feed;

/** A row that cannot be used; the message says why. Caught where the file and line are known. */
final class MalformedRowException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedRowException(String message) {
        super(message, null, false, false);
    }
}
