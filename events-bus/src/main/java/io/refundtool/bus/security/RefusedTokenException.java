package io.refundtool.bus.security;

import org.springframework.security.oauth2.jwt.BadJwtException;

/** A token that proves nothing. The message is a sentence that quotes nothing of the token. */
public final class RefusedTokenException extends BadJwtException {

    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;

    RefusedTokenException(RefusalReason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public RefusalReason reason() {
        return reason;
    }
}
