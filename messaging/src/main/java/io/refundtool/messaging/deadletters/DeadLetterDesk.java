package io.refundtool.messaging.deadletters;

import io.refundtool.messaging.postgres.ParkedLetters;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides about dead letters. Each letter is a transaction of its own, in which the decision is recorded, the letter
 * changes its state, and its record goes back into what waits, or out of it: none of the three is there without the
 * others, and a request that was interrupted goes on under its key.
 */
public final class DeadLetterDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterDesk.class);

    private final DeadLetterTable letters;
    private final LetterDecisionTable decisions;
    private final ParkedLetters parked;
    private final LetterRoutes routes;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public DeadLetterDesk(
            DeadLetterTable letters,
            LetterDecisionTable decisions,
            ParkedLetters parked,
            LetterRoutes routes,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.letters = letters;
        this.decisions = decisions;
        this.parked = parked;
        this.routes = routes;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /** Decides about each of the letters, in this order, and gives a result for each. */
    public List<LetterResult> decide(List<String> ids, LetterRequest request) {
        List<LetterResult> results = new ArrayList<>(ids.size());
        for (String id : ids) {
            results.add(decide(id, request));
        }
        return results;
    }

    /**
     * The first letters of a cause that wait, or those that the same request has decided about already.
     *
     * @param after the number of the last letter that a request before this one decided about
     */
    public List<String> ofCause(String cause, long after, int limit, LetterRequest request) {
        String key = request.key();
        List<String> before = key == null ? List.of() : decisions.lettersOf(request.operator(), key);
        return before.isEmpty() ? waiting(cause, after, limit) : before;
    }

    /** The first letters of a cause that wait. */
    public List<String> waiting(String cause, long after, int limit) {
        return letters.find(new LetterQuery(cause, null, null, LetterState.WAITING, after, limit)).stream()
                .map(DeadLetter::id)
                .toList();
    }

    private LetterResult decide(String id, LetterRequest request) {
        try {
            return transactions.execute(_ -> locked(id, request));
        } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException e) {
            LOG.warn(
                    "A decision about dead letter {} was not recorded: {}",
                    id,
                    e.getClass().getSimpleName());
            return new LetterResult.Unavailable(
                    "Expected PostgreSQL to record the decision, but it is away; ask again under the same key");
        }
    }

    private LetterResult locked(String id, LetterRequest request) {
        Optional<DeadLetter> letter = letters.lock(id);
        if (letter.isEmpty()) {
            return new LetterResult.Unknown("Expected a dead letter %s, but there is none".formatted(id));
        }
        return repeated(letter.get(), request).orElseGet(() -> decide(letter.get(), request));
    }

    private Optional<LetterResult> repeated(DeadLetter letter, LetterRequest request) {
        String key = request.key();
        if (key == null) {
            return Optional.empty();
        }
        return decisions
                .find(request.operator(), key, letter.id())
                .map(decision -> request.isSameAs(decision)
                        ? new LetterResult.Decided(letter.state(), true)
                        : new LetterResult.Refused(
                                "Expected a new key for another decision, but under this key stands %s of %s"
                                        .formatted(decision.action().word(), letter.id())));
    }

    private LetterResult decide(DeadLetter letter, LetterRequest request) {
        if (letter.state() != LetterState.WAITING) {
            return new LetterResult.NotWaiting("Expected dead letter %s to wait for a decision, but it is %s"
                    .formatted(letter.id(), letter.state().word()));
        }
        Optional<String> reader = routes.readerOf(letter.origin());
        if (request.action() == LetterAction.PUBLISH) {
            Optional<LetterResult> refused = cannotBePublished(letter, reader.isPresent());
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        Instant now = clock.instant();
        reader.ifPresent(name -> apply(name, letter, request));
        decisions.insert(letter, request, now);
        letters.setState(letter.id(), request.action().result());
        LOG.info(
                "Dead letter {} of cause {}: {}",
                letter.id(),
                letter.cause(),
                request.action().word());
        return new LetterResult.Decided(request.action().result(), false);
    }

    private Optional<LetterResult> cannotBePublished(DeadLetter letter, boolean read) {
        if (!read) {
            return Optional.of(new LetterResult.Refused(
                    "Expected dead letter %s to be of a topic that this service reads, but it is of %s"
                            .formatted(letter.id(), letter.origin())));
        }
        return routes.settled().contains(letter.cause())
                ? Optional.of(new LetterResult.Refused(
                        "Expected dead letter %s not to be settled, but its refusal as %s is on record and stays"
                                .formatted(letter.id(), letter.cause())))
                : Optional.empty();
    }

    private void apply(String reader, DeadLetter letter, LetterRequest request) {
        switch (request.action()) {
            case PUBLISH -> parked.publish(reader, letter.id(), letter.orderId(), request.notBefore());
            case DROP -> parked.drop(reader, letter.id());
        }
    }
}
