package io.refundtool.reliability.process;

import io.refundtool.embedded.PortTakenException;
import io.refundtool.embedded.Ports;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports below those that the system hands out for outgoing connections. While a killed broker is down, another
 * process could get its port for such a connection, or a client that tries again and again could connect to itself.
 */
final class UsualPorts {

    private static final int LOWEST = 12_000;
    private static final int HIGHEST = 31_000;
    private static final int MAX_TRIES = 1_000;

    private int next = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);

    /** One that nobody listens on, and that was not given before. */
    int next(String user) {
        for (int i = 0; i < MAX_TRIES; i++) {
            next = next < HIGHEST ? next + 1 : LOWEST;
            try {
                Ports.requireFree(user, next);
                return next;
            } catch (PortTakenException e) {
                // The next one, then.
            }
        }
        throw new IllegalStateException("Expected a free port for " + user + ", but there is none");
    }
}
