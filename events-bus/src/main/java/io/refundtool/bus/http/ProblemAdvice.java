package io.refundtool.bus.http;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Gives every error the form of problem+json: those of Spring MVC through its own handler, bugs here. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** The body broke off; most often nobody is there any more to read the answer. */
    @ExceptionHandler(IOException.class)
    ResponseEntity<Object> brokenOff(IOException e) {
        log.warn("A request's body broke off: {}", e.getClass().getSimpleName());
        return Problem.UNREADABLE_BODY.answer("Expected the whole body, but it broke off");
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<Object> bug(RuntimeException e) {
        log.error("A request failed because of a bug", e);
        return Problem.INTERNAL.answer("Expected to answer, but a bug is in the way; it is in the gateway's log");
    }
}
