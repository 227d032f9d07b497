package io.refundtool.messaging.web;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A request parameter is not what it has to be; problem+json with status 400 and the sentence. */
public final class BadParameterException extends ResponseStatusException {

    @Serial
    private static final long serialVersionUID = 1;

    public BadParameterException(String message) {
        super(HttpStatus.BAD_REQUEST, message);
    }

    /**
     * A refusal of something in the body.
     *
     * @param field where
     */
    public BadParameterException(String field, String message) {
        this(message);
        getBody().setProperty("field", field);
    }

    /** A refusal because of a failure. */
    public BadParameterException(String message, @Nullable Throwable cause) {
        super(HttpStatus.BAD_REQUEST, message, cause);
    }
}
