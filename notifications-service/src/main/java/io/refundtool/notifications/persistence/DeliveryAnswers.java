package io.refundtool.notifications.persistence;

import io.refundtool.notifications.domain.Answer;
import io.refundtool.notifications.domain.Outcome;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes answers and what follows from them. Takes part in the caller's transaction, in which the events that tell of it
 * go to the outbox.
 *
 * <p>A message that went out is entered even if the claim lapsed meanwhile, because it did go out; every other outcome is
 * dropped then, since the delivery is somebody else's now.
 */
public final class DeliveryAnswers {
    private static final String TOLD = """
            UPDATE delivery SET state = 'told', event = NULL, claim = NULL, settled_at = ?, attempts = ?, language = ?,
                                message_id = ?
            WHERE id = ? AND state = 'waiting'
            """;
    private static final String GIVEN_UP = """
            UPDATE delivery SET state = 'given-up', event = NULL, claim = NULL, settled_at = ?, attempts = ?, language = ?,
                                reason = ?
            WHERE id = ? AND claim = ?
            """;
    private static final String TRY_AGAIN = """
            UPDATE delivery SET claim = NULL, due_at = now() + make_interval(secs => ?), attempts = ?
            WHERE id = ? AND claim = ?
            """;
    private static final String MOVE_ON = """
            UPDATE delivery SET claim = NULL, due_at = now(), attempts = 0, channel = ?, recipient = ?
            WHERE id = ? AND claim = ?
            """;
    private static final String ATTEMPT = """
            INSERT INTO delivery_attempt (delivery_id, channel, attempt, answered_at, answer, text)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcTemplate jdbc;

    public DeliveryAnswers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters the answers, and returns those whose delivery they changed. */
    public List<AnsweredDelivery> enter(List<AnsweredDelivery> answered) {
        List<AnsweredDelivery> changed = new ArrayList<>(answered.size());
        changed.addAll(enter(TOLD, only(Outcome.Told.class, answered)));
        changed.addAll(enter(GIVEN_UP, only(Outcome.GivenUp.class, answered)));
        changed.addAll(enter(TRY_AGAIN, only(Outcome.TryAgain.class, answered)));
        changed.addAll(enter(MOVE_ON, only(Outcome.MoveOn.class, answered)));
        enterAttempts(answered);
        return changed;
    }

    private static List<AnsweredDelivery> only(Class<? extends Outcome> kind, List<AnsweredDelivery> answered) {
        return answered.stream().filter(it -> kind.isInstance(it.outcome())).toList();
    }

    private List<AnsweredDelivery> enter(String update, List<AnsweredDelivery> answered) {
        if (answered.isEmpty()) {
            return answered;
        }
        int[] counts = jdbc.batchUpdate(
                update, answered.stream().map(DeliveryAnswers::columns).toList());
        List<AnsweredDelivery> changed = new ArrayList<>(answered.size());
        for (int i = 0; i < counts.length; i++) {
            if (Statements.changed(counts[i])) {
                changed.add(answered.get(i));
            }
        }
        return changed;
    }

    private static Object[] columns(AnsweredDelivery it) {
        ClaimedDelivery delivery = it.delivery();
        Timestamp at = Timestamp.from(it.at());
        return switch (it.outcome()) {
            case Outcome.Told told -> new Object[] {at, it.attempts(), it.language(), told.messageId(), delivery.id()};
            case Outcome.GivenUp up ->
                new Object[] {at, it.attempts(), it.language(), up.reason(), delivery.id(), delivery.claim()};
            case Outcome.TryAgain again ->
                new Object[] {Statements.seconds(again.pause()), it.attempts(), delivery.id(), delivery.claim()};
            case Outcome.MoveOn on ->
                new Object[] {on.recipient().channel().wire(), on.recipient().masked(), delivery.id(), delivery.claim()
                };
        };
    }

    private void enterAttempts(List<AnsweredDelivery> answered) {
        List<Object[]> rows = new ArrayList<>(answered.size());
        for (AnsweredDelivery it : answered) {
            Answer answer = it.answer();
            if (answer != null) {
                rows.add(new Object[] {
                    it.delivery().id(),
                    it.delivery().channel().wire(),
                    it.attempts(),
                    Timestamp.from(it.at()),
                    answer.word(),
                    answer.text()
                });
            }
        }
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(ATTEMPT, rows);
        }
    }
}
