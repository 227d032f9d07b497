package io.refundtool.sandbox.system;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be stopped, the last started first. Something that cannot be stopped does not keep the others running. */
final class StopList implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StopList.class);

    private static final long NANOS_PER_MS = 1_000_000;

    private record Part(String name, AutoCloseable part) {}

    private final Deque<Part> parts = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(String name, T part) {
        parts.push(new Part(name, part));
        return part;
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            Part last = parts.pop();
            long begin = System.nanoTime();
            try {
                last.part().close();
                LOG.info("{} stopped within {} ms", last.name(), (System.nanoTime() - begin) / NANOS_PER_MS);
            } catch (Exception e) {
                LOG.error("{} could not be stopped", last.name(), e);
            }
        }
    }
}
