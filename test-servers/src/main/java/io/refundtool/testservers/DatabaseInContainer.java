package io.refundtool.testservers;

import io.refundtool.embedded.EmbeddedDatabase;
import io.refundtool.embedded.Ports;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL of POSTGRES_IMAGE with the settings of the embedded one. */
final class DatabaseInContainer implements OwnDatabase {

    private static final int PORT_INSIDE = 5432;

    private static final Map<String, String> VARIABLES = Map.of(
            "POSTGRES_USER",
            EmbeddedDatabase.USER,
            "POSTGRES_HOST_AUTH_METHOD",
            "trust",
            "POSTGRES_INITDB_ARGS",
            "--encoding=UTF8 --locale=" + EmbeddedDatabase.LOCALE);

    private final int port = Ports.free("PostgreSQL", 0);
    private final ServerContainer container = new ServerContainer(
            Images.of("POSTGRES_IMAGE"),
            port,
            PORT_INSIDE,
            VARIABLES,
            command(),
            _ -> new AcceptsConnections(jdbcUrl("postgres")));

    private static List<String> command() {
        return Stream.concat(
                        Stream.of("postgres"),
                        EmbeddedDatabase.settings().entrySet().stream()
                                .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue())))
                .toList();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public void kill() {
        container.kill();
    }

    @Override
    public void close() {
        container.close();
    }
}
