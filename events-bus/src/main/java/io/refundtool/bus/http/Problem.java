package io.refundtool.bus.http;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The problems (RFC 9457) that the gateway answers with; the type is what a program should go by. */
enum Problem {
    STRANGE_REQUEST(HttpStatus.BAD_REQUEST, "The request's address or headers are not taken"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "The caller is not known"),
    NOT_A_WRITER(HttpStatus.FORBIDDEN, "The caller may not write events of this type"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "The caller sends too many requests"),
    KEYS_AWAY(HttpStatus.SERVICE_UNAVAILABLE, "The issuer's keys cannot be fetched"),
    UNREADABLE_BODY(HttpStatus.BAD_REQUEST, "The body cannot be read"),
    UNKNOWN_EVENT_TYPE(HttpStatus.NOT_FOUND, "There is no such event type"),
    UNKNOWN_VERSION(HttpStatus.NOT_FOUND, "The event type has no such version"),
    NOT_WRITABLE(HttpStatus.FORBIDDEN, "The event type is not written through this gateway"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    TOO_MANY_EVENTS(HttpStatus.CONTENT_TOO_LARGE, "The batch has too many events"),
    EVENT_CONFLICT(HttpStatus.CONFLICT, "The event's id belongs to another content"),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE, "The gateway has too many bytes of other requests in hand"),
    KAFKA_AWAY(HttpStatus.SERVICE_UNAVAILABLE, "Kafka does not acknowledge"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "The gateway failed");

    private static final String TYPE_PREFIX = "urn:refund-tool:problem:";

    private final HttpStatus status;
    private final String title;

    Problem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The problem as the whole answer. */
    ResponseEntity<Object> answer(String detail) {
        return ResponseEntity.status(status).body(detail(detail));
    }

    /** The problem with its detail, "Expected …, but …". */
    ProblemDetail detail(String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE_PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setTitle(title);
        return problem;
    }
}
