package io.refundtool.testservers;

/** A broker that a test has for itself, and so may stop and start again; its address and its data stay the same. */
public interface OwnKafka extends TestKafka, AutoCloseable {

    /** One that runs. */
    static OwnKafka started() {
        return switch (ServerKind.wanted()) {
            case EMBEDDED -> EmbeddedOwnKafka.started();
            case CONTAINERS -> started(new KafkaInContainer());
        };
    }

    /** One that has an address, and is away until the test starts it. */
    static OwnKafka away() {
        return switch (ServerKind.wanted()) {
            case EMBEDDED -> EmbeddedOwnKafka.away();
            case CONTAINERS -> new KafkaInContainer();
        };
    }

    private static OwnKafka started(OwnKafka kafka) {
        kafka.start();
        return kafka;
    }

    /** Returns when it serves requests. */
    void start();

    /** Stops it in order; what it has is kept. Does nothing if it is away. */
    void stop();

    /** Stops it and deletes what it has. */
    @Override
    void close();
}
