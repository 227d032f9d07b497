package io.refundtool.testservers;

/** A real broker on the loopback interface. */
public interface TestKafka {

    int port();

    /** What clients need as {@code bootstrap.servers}; known before the broker runs. */
    default String bootstrapServers() {
        return "127.0.0.1:" + port();
    }
}
