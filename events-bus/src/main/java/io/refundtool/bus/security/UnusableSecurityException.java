package io.refundtool.bus.security;

/** The gateway cannot start with these settings; the message is one sentence that says why. */
public final class UnusableSecurityException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableSecurityException(String message) {
        super(message);
    }
}
