package io.refundtool.sandbox.faults;

/** A list of faults that cannot be used; the message is a sentence for the person who wrote it. */
public final class UnusableFaultsException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableFaultsException(String message) {
        super(message);
    }
}
