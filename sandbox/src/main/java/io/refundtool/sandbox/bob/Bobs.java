package io.refundtool.sandbox.bob;

import io.refundtool.events.common.Country;
import io.refundtool.messaging.KafkaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** BOB in every country where there is one. */
public final class Bobs implements AutoCloseable {

    private final List<BobDeployment> deployments = new ArrayList<>();

    /** All begin to read at once; they keep the same copies, since no refund belongs to two countries. */
    public Bobs(KafkaSettings settings, Set<Country> countries, RefundCopies copies) {
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        countries.forEach(
                country -> deployments.add(new BobDeployment(settings, country, countries.size(), run, copies)));
    }

    /** The bug that stopped one, if one did. */
    public Optional<Throwable> failure() {
        return deployments.stream()
                .map(BobDeployment::failure)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Stops all side by side: one after the other they would take seconds. */
    @Override
    public void close() {
        try (ExecutorService stopping = Executors.newVirtualThreadPerTaskExecutor()) {
            deployments.forEach(deployment -> stopping.execute(deployment::close));
        }
    }
}
