package io.refundtool.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same on either kind of server. */
@NeedsServers
@Timeout(180)
class OwnDatabaseTest {

    @Test
    void shouldKeepItsAddressAndWhatWasCommittedWhenItIsStopped() throws SQLException {
        shouldOutlive(OwnDatabase::stop);
    }

    @Test
    void shouldKeepItsAddressAndWhatWasCommittedWhenItIsKilled() throws SQLException {
        shouldOutlive(OwnDatabase::kill);
    }

    private static void shouldOutlive(Consumer<OwnDatabase> end) throws SQLException {
        try (OwnDatabase database = OwnDatabase.started()) {
            // given
            database.createDatabase("shop");
            String address = database.jdbcUrl("shop");
            execute(address, "create table goods (name text)");
            execute(address, "insert into goods values ('lamp')");

            // when
            end.accept(database);
            assertThatThrownBy(() -> execute(address, "select 1"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).startsWith("08"));
            database.start();

            // then
            assertThat(database.jdbcUrl("shop")).isEqualTo(address);
            assertThat(value(address, "select name from goods")).isEqualTo("lamp");
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            assertThat(found.next()).isTrue();
            return found.getString(1);
        }
    }
}
