package io.refundtool.embedded;

/**
 * One more door of a broker, for clients that reach it by another way than the others.
 *
 * @param name capital letters, digits and _
 * @param port where the broker listens
 * @param advertisedPort what it tells these clients to connect to, such as that of a proxy in front of it
 */
public record BrokerListener(String name, int port, int advertisedPort) {

    /** The name has to be a listener's. */
    public BrokerListener {
        if (!name.matches("[A-Z][A-Z0-9_]{0,62}")) {
            throw new IllegalArgumentException(
                    "Expected a listener's name of capital letters, digits and _, but got " + name);
        }
    }
}
