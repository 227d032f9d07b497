package io.refundtool.messaging;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

/**
 * What a failure says of the database, by SQLSTATE (PostgreSQL's appendix A). A failure that is neither is a bug.
 */
enum DatabaseFailure {
    /** It will never store this data. */
    REFUSED,
    /** It cannot store anything just now, whatever the data. */
    AWAY;

    /** Data exception; integrity constraint violation. */
    private static final Set<String> REFUSED_CLASSES = Set.of("22", "23");

    /** Connection; authorization (a rotated password); transaction rolled back (deadlock); resources; operator; system. */
    private static final Set<String> AWAY_CLASSES = Set.of("08", "28", "40", "53", "57", "58");

    /** No such database (being restored); read-only after a failover; idle transaction timed out; not ready; locked. */
    private static final Set<String> AWAY_STATES = Set.of("3D000", "25006", "25P03", "25P04", "55000", "55P03");

    /** Connection; resources, such as too many connections; operator, such as a server that starts or stops. */
    private static final Set<String> UNREACHABLE_CLASSES = Set.of("08", "53", "57");

    private static final int MAX_CAUSES = 20;
    private static final int CLASS_LENGTH = 2;

    static Optional<DatabaseFailure> of(Throwable failure) {
        return sqlException(failure).flatMap(DatabaseFailure::classify);
    }

    /** The SQLSTATE of a failure, for logs: the message of PostgreSQL may quote personal data. */
    static String sqlState(Throwable failure) {
        return sqlException(failure).map(SQLException::getSQLState).orElse("none");
    }

    /**
     * Whether nobody can reach it just now. At the start less is waited for than later: a login that is refused, or a
     * database that is not there, is more likely a wrong setting.
     */
    static boolean isUnreachable(Throwable failure) {
        return sqlException(failure)
                .map(SQLException::getSQLState)
                .map(state -> UNREACHABLE_CLASSES.stream().anyMatch(state::startsWith))
                // A pool that has not tried to connect, or whose connection broke.
                .orElseGet(() -> sqlException(failure).isPresent());
    }

    /** What the database said, for the dead letter. */
    static String message(Throwable failure) {
        return sqlException(failure)
                .map(e -> "SQLSTATE " + e.getSQLState() + ": " + e.getMessage())
                .orElseGet(failure::toString);
    }

    private static Optional<SQLException> sqlException(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof SQLException sqlException) {
                return Optional.of(sqlException);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /**
     * PostgreSQL and its driver give every error an SQLSTATE. One without comes from a pool whose connection broke: so a
     * rollback fails after the database went away in the middle of a transaction. A pool that gets no connection says so
     * by the type of its exception, whatever the state.
     */
    private static Optional<DatabaseFailure> classify(SQLException e) {
        String state = e.getSQLState();
        if (state == null || e instanceof SQLTransientConnectionException) {
            return Optional.of(AWAY);
        }
        String stateClass = state.substring(0, Math.min(CLASS_LENGTH, state.length()));
        if (REFUSED_CLASSES.contains(stateClass)) {
            return Optional.of(REFUSED);
        }
        return AWAY_CLASSES.contains(stateClass) || AWAY_STATES.contains(state) ? Optional.of(AWAY) : Optional.empty();
    }
}
