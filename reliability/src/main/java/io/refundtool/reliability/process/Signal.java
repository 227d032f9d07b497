package io.refundtool.reliability.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that Java has no method for. */
enum Signal {
    STOP,
    QUIT;

    /** Sends it; a process that has ended by itself does not hear it. */
    void send(long pid) throws InterruptedException {
        try {
            int _ = new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
