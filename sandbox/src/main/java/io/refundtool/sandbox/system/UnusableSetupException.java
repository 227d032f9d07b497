package io.refundtool.sandbox.system;

/** The system cannot be started like this; the message is a sentence for the person who started it. */
public final class UnusableSetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableSetupException(String message) {
        super(message);
    }
}
