package io.refundtool.sandbox.gateway;

/** The events bus does not do what it promises; nothing that writes through it can go on. */
public final class GatewayLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GatewayLostException(String message) {
        super(message);
    }
}
