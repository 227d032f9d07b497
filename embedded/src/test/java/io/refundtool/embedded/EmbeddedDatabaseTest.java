package io.refundtool.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    private Path directory;

    @Test
    void shouldKeepItsDataWhenStartedAgainOnTheSameDirectory() throws SQLException {
        // given
        try (EmbeddedDatabase database = EmbeddedDatabase.start(0, directory)) {
            database.createDatabase("shop");
            execute(database, "create table goods (name text)");
            execute(database, "insert into goods values ('lamp')");
        }

        // when
        try (EmbeddedDatabase database = EmbeddedDatabase.start(0, directory)) {
            database.createDatabase("shop");

            // then
            assertThat(firstColumn(database, "select name from goods")).isEqualTo("lamp");
            assertThat(firstColumn(database, "show server_version")).startsWith("18.");
        }
    }

    @Test
    void shouldSayWhichPortIsTaken() throws IOException {
        // given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // when // then
            assertThatThrownBy(() -> EmbeddedDatabase.start(taken.getLocalPort(), directory))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("to be free for PostgreSQL");
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl("shop"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String firstColumn(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl("shop"));
                Statement statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            assertThat(found.next()).isTrue();
            return found.getString(1);
        }
    }
}
