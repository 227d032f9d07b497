package io.refundtool.messaging.web;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A request holds more than it may; problem+json with status 413 and the sentence. */
public final class TooLargeException extends ResponseStatusException {

    @Serial
    private static final long serialVersionUID = 1;

    public TooLargeException(String message) {
        super(HttpStatus.CONTENT_TOO_LARGE, message);
    }
}
