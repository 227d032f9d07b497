package io.refundtool.sandbox.system;

import io.refundtool.embedded.EmbeddedDatabase;
import io.refundtool.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything in one process, which starts within seconds; each service in its own Spring context. */
final class InThisProcess implements Hosting {

    @Override
    public AutoCloseable kafka(int port, Path directory) {
        return EmbeddedKafka.start(port, directory);
    }

    @Override
    public AutoCloseable postgres(int port, Path directory, List<String> databases) {
        EmbeddedDatabase database = EmbeddedDatabase.start(port, directory);
        databases.forEach(database::createDatabase);
        return database;
    }

    @Override
    public String bootstrapServers(String service, int kafkaPort) {
        return "127.0.0.1:" + kafkaPort;
    }

    @Override
    public AutoCloseable service(ServiceStart start) {
        List<String> arguments = new ArrayList<>(start.arguments());
        // The sandbox stops its parts in order; a hook of each would stop them all at once.
        arguments.add("--spring.main.register-shutdown-hook=false");
        arguments.add("--management.metrics.use-global-registry=false");
        return start.kind().application().run(arguments.toArray(String[]::new));
    }

    @Override
    public List<Integer> refundServices(int first) {
        return List.of(first);
    }

    @Override
    public boolean misbehaves() {
        return false;
    }
}
