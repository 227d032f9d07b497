package io.refundtool.bus;

import io.refundtool.events.Topic;
import io.refundtool.testservers.SharedServers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One gateway, as it is configured, on the shared broker for all classes that need no other, and a reader of what Payment
 * writes through it. Classes that share it give their events ids that no other class gives.
 */
final class SharedGateway implements BeforeAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(SharedGateway.class);

    private @Nullable Running running;

    /** Closed by JUnit after all tests. */
    private record Running(RunningGateway gateway, TopicReader payments) implements AutoCloseable {

        static Running start() {
            String broker = SharedServers.kafka().bootstrapServers();
            return new Running(RunningGateway.ready(broker), new TopicReader(broker, Topic.PAYMENT_UPDATE_V1));
        }

        @Override
        public void close() {
            payments.close();
            gateway.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class);
    }

    RunningGateway gateway() {
        return running().gateway();
    }

    TopicReader payments() {
        return running().payments();
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("Expected to be used within a test, but it is not");
        }
        return running;
    }
}
