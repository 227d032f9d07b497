package io.refundtool.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.embedded.BrokerConfiguration;
import io.refundtool.embedded.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** Both kinds of servers have the same settings. */
@NeedsServers
class SharedServersTest {

    /** What depends on where a broker is. */
    private static final Set<String> PLACES =
            Set.of("listeners", "advertised.listeners", "log.dirs", "controller.quorum.voters");

    @Test
    void shouldHaveTheBrokersSettings() throws Exception {
        // given
        Map<String, String> expected = new HashMap<>(BrokerConfiguration.of(1, 2, "/tmp"));
        expected.keySet().removeAll(PLACES);
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");

        // when
        Map<String, String> actual = new HashMap<>();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", SharedServers.kafka().bootstrapServers()))) {
            for (ConfigEntry entry : admin.describeConfigs(List.of(broker))
                    .all()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .entries()) {
                if (entry.value() != null) {
                    actual.put(entry.name(), entry.value());
                }
            }
        }

        // then
        assertThat(expected).hasSizeGreaterThan(30);
        assertThat(actual).containsAllEntriesOf(expected);
    }

    @Test
    void shouldHaveTheDatabasesSettings() throws SQLException {
        // given
        Map<String, String> expected = new HashMap<>(EmbeddedDatabase.settings());
        expected.put("server_encoding", "UTF8");
        expected.put("lc_collate", EmbeddedDatabase.LOCALE);

        // when
        Map<String, String> actual = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(SharedServers.newDatabase());
                Statement statement = connection.createStatement()) {
            for (String name : EmbeddedDatabase.settings().keySet()) {
                actual.put(name, value(statement, "show " + name));
            }
            actual.put("server_encoding", value(statement, "show server_encoding"));
            actual.put(
                    "lc_collate",
                    value(statement, "select datcollate from pg_database where datname = current_database()"));
        }

        // then
        assertThat(actual).isEqualTo(expected);
    }

    private static String value(Statement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            assertThat(found.next()).isTrue();
            return found.getString(1);
        }
    }
}
