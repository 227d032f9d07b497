package io.refundtool.sandbox.report;

import java.io.PrintWriter;

/** What a person sees of a run: lines that stay, and on a terminal one line that lives. */
public final class Console {

    private static final String CLEAR_LINE = "\r\u001B[K";

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private boolean liveLine;

    /**
     * Writes to both and closes neither.
     *
     * @param terminal whether a line can be written over
     */
    public Console(PrintWriter out, PrintWriter err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** A line that stays. */
    public synchronized void say(String line) {
        endLiveLine();
        out.println(line);
        out.flush();
    }

    /** A line that stays, for what is wrong. */
    public synchronized void complain(String line) {
        endLiveLine();
        err.println(line);
        err.flush();
    }

    /** The progress; on a terminal it takes the place of the last one. */
    public synchronized void progress(String line) {
        out.print(terminal ? CLEAR_LINE + line : line + System.lineSeparator());
        out.flush();
        liveLine = terminal;
    }

    /** Whether a progress line can take the place of the last one. */
    public boolean terminal() {
        return terminal;
    }

    private void endLiveLine() {
        if (liveLine) {
            out.println();
            liveLine = false;
        }
    }
}
