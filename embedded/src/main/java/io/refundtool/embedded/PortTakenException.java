package io.refundtool.embedded;

/** A port that was asked for belongs to somebody else; the message says which and whose it should have been. */
public final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String user;
    private final int port;

    /**
     * @param user what wanted the port, in words of the reader of the message, such as "the Kafka broker"
     * @param port the port that is taken
     */
    public PortTakenException(String user, int port) {
        super("Expected port " + port + " to be free for " + user + ", but another process is listening on it");
        this.user = user;
        this.port = port;
    }

    /** What wanted the port. */
    public String user() {
        return user;
    }

    public int port() {
        return port;
    }
}
