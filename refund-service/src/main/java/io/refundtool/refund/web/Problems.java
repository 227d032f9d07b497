package io.refundtool.refund.web;

import io.refundtool.refund.query.StoreUnavailableException;
import io.refundtool.refund.readmodel.RefundSummary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Errors as problem+json (RFC 9457). */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_S = "1";

    private final ArchivedOrders archived;

    Problems(ArchivedOrders archived) {
        this.archived = archived;
    }

    /** An archived order was there: whoever asks for it gets what is left. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NotFoundException e, WebRequest request) {
        Object path =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (!(path instanceof Map<?, ?> variables) || !(variables.get("orderId") instanceof String orderId)) {
            return problem(HttpStatus.NOT_FOUND, e.getMessage());
        }
        try {
            List<RefundSummary> refunds = archived.refunds(orderId);
            return refunds.isEmpty() ? problem(HttpStatus.NOT_FOUND, e.getMessage()) : archived(orderId, refunds);
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("Nobody knows whether an order was archived while PostgreSQL is away", away);
            return problem(
                    HttpStatus.NOT_FOUND,
                    e.getMessage() + "; it may have been archived, which PostgreSQL knows, but that is away");
        }
    }

    private static ResponseEntity<ProblemDetail> archived(String orderId, List<RefundSummary> refunds) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.GONE,
                "Expected order %s to be known, but it was archived: nothing changed for long, and this is what is left of it"
                        .formatted(orderId));
        problem.setProperty("refunds", refunds);
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> storeUnavailable(StoreUnavailableException e) {
        LOG.warn("A query came while the state stores were not open");
        return problem(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<ProblemDetail> readModelUnavailable(RuntimeException e) {
        LOG.warn("A search came while PostgreSQL was away", e);
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Expected PostgreSQL to answer the search, but it is away; reading by order still works");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, @Nullable String detail) {
        return answer(ProblemDetail.forStatusAndDetail(status, detail == null ? status.getReasonPhrase() : detail));
    }

    /** The problem as the whole answer. */
    static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
        }
        return answer.body(problem);
    }
}
