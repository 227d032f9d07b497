package io.refundtool.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseFailureTest {

    @ParameterizedTest
    @CsvSource({
        "22001, REFUSED",
        "23505, REFUSED",
        "08006, AWAY",
        "40P01, AWAY",
        "53300, AWAY",
        "57P01, AWAY",
        "58030, AWAY",
        "25006, AWAY",
        "55P03, AWAY",
        "3D000, AWAY",
        "28P01, AWAY",
        "55000, AWAY",
    })
    void shouldTellBySqlState(String sqlState, DatabaseFailure expected) {
        assertThat(DatabaseFailure.of(
                        new DataIntegrityViolationException("wrapped", new SQLException("reason", sqlState))))
                .contains(expected);
        assertThat(DatabaseFailure.of(new BatchUpdateException("reason", sqlState, new int[0])))
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "42601", "25P02", "0A000", "2"})
    void shouldTakeAnythingElseForABug(String sqlState) {
        assertThat(DatabaseFailure.of(new SQLException("reason", sqlState))).isEmpty();
    }

    @Test
    void shouldTakeAnExceptionWithoutSqlForABug() {
        assertThat(DatabaseFailure.of(new IllegalStateException("reason"))).isEmpty();
    }

    @Test
    void shouldTakeAFailedRollbackForAnAbsentDatabase() {
        assertThat(DatabaseFailure.of(new TransactionSystemException(
                        "JDBC rollback failed", new SQLException("Connection is closed"))))
                .contains(DatabaseFailure.AWAY);
    }

    @Test
    void shouldTakeAPoolWithoutConnectionsForAnAbsentDatabaseWhateverItsState() {
        assertThat(DatabaseFailure.of(new SQLTransientConnectionException("timed out", "0A000")))
                .contains(DatabaseFailure.AWAY);
    }

    @Test
    void shouldTakeAPoolWithoutConnectionsForAnAbsentDatabase() {
        assertThat(DatabaseFailure.of(new CannotCreateTransactionException(
                        "wrapped", new SQLTransientConnectionException("timed out after 30 s"))))
                .contains(DatabaseFailure.AWAY);
    }
}
