package io.refundtool.embedded;

import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import kafka.server.ControllerServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A broker that was killed is still the leader of everything in its own metadata. Started again it would take up its
 * transactions as that leader, end them, and lose the leadership the moment it registers anew; and Kafka 4.3 takes a
 * partition without a leader for a deleted one and drops the marker that ends a transaction there. The partition then
 * never becomes readable again for readers of committed records.
 *
 * <p>So the controller is started alone first, until it has taken note that the broker is dead.
 */
final class KilledBroker {

    private static final Logger LOG = LoggerFactory.getLogger(KilledBroker.class);
    private static final String SESSION_MS = "1000";
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private KilledBroker() {}

    static void fence(Path logDir) {
        ServerSocketChannel socket = Ports.bind("the Kafka controller", 0);
        Properties config = BrokerConfiguration.of(0, Ports.portOf(socket), logDir, List.of());
        config.put(BrokerConfiguration.SESSION_TIMEOUT_MS, SESSION_MS);
        ControllerServer controller = Servers.of(config, Map.of(BrokerConfiguration.CONTROLLER_LISTENER, socket))
                .controller();
        try {
            controller.startup();
            awaitFenced(controller);
        } finally {
            controller.shutdown();
        }
    }

    private static void awaitFenced(ControllerServer controller) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!controller.metadataCache().isBrokerFenced(BrokerConfiguration.NODE_ID)) {
            if (System.nanoTime() - end > 0) {
                LOG.warn(
                        "Expected a killed broker in the metadata, but there is none: it was killed before it registered");
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
