package io.refundtool.sandbox.system;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things side by side and waits for all of them. */
final class Parallel {

    /** One of the things. */
    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }

    private Parallel() {}

    /** Throws what the first of them in the list threw, once all have ended. */
    static void run(List<Step> steps) throws InterruptedException {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, steps.size()))) {
            for (Step step : steps) {
                running.add(workers.submit(() -> {
                    step.run();
                    return null;
                }));
            }
        }
        for (Future<?> future : running) {
            await(future);
        }
    }

    private static void await(Future<?> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case InterruptedException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
