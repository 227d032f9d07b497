package io.refundtool.reliability.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A process that is stopped by SIGSTOP goes on when this is closed, and also when the harness dies: a stopped process
 * would not see that its parent has ended. So a shell that waits for the harness holds it.
 */
public final class Pause implements AutoCloseable {

    private static final String HOLD = "kill -STOP $0 && echo stopped; read _; kill -CONT $0";

    private final Process holder;

    private Pause(Process holder) {
        this.holder = holder;
    }

    static Pause of(long pid) {
        try {
            Process holder = new ProcessBuilder("sh", "-c", HOLD, Long.toString(pid))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int _ = holder.getInputStream().read();
            return new Pause(holder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            holder.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process _ = holder.onExit().join();
    }
}
