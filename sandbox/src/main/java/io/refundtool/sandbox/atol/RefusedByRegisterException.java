package io.refundtool.sandbox.atol;

/** The register does not take the receipt; answered with error 32. */
final class RefusedByRegisterException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedByRegisterException(String message) {
        super(message, null, false, false);
    }
}
