package io.refundtool.sandbox;

import io.refundtool.sandbox.report.Console;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C stop everything in order: it interrupts the thread that runs the sandbox, and keeps the process from
 * ending until that thread has stopped everything.
 */
public final class CtrlC implements AutoCloseable {

    private static final int STOP_LIMIT_SECONDS = 60;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean pressed;

    private CtrlC(Thread running, Console console) {
        this.hook = Thread.ofPlatform().name("ctrl-c").unstarted(() -> {
            pressed = true;
            console.say("Stopping …");
            running.interrupt();
            awaitStop(console);
        });
    }

    /** From now on, until it is closed, Ctrl-C interrupts the thread. */
    public static CtrlC stops(Thread running, Console console) {
        CtrlC ctrlC = new CtrlC(running, console);
        Runtime.getRuntime().addShutdownHook(ctrlC.hook);
        return ctrlC;
    }

    /** Whether everything is to stop; what fails from then on fails because of that. */
    public boolean pressed() {
        return pressed;
    }

    private void awaitStop(Console console) {
        try {
            if (!stopped.await(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                console.complain(
                        "Expected everything to stop within " + STOP_LIMIT_SECONDS + " s, but something did not");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything has stopped. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already: the hook is what waited for this.
            Thread.currentThread().interrupt();
        }
    }
}
