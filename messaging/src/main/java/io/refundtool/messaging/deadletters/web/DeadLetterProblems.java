package io.refundtool.messaging.deadletters.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What to answer while PostgreSQL is away; everything else a service's own problems answer. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(
        assignableTypes = {DeadLetterController.class, LetterDecisionController.class, LetterHistoryController.class})
final class DeadLetterProblems {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterProblems.class);

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<ProblemDetail> away(RuntimeException e) {
        LOG.warn(
                "Somebody asked for dead letters while PostgreSQL was away: {}",
                e.getClass().getSimpleName());
        return LetterAnswers.problem(ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "Expected PostgreSQL to have the dead letters, but it is away"));
    }
}
