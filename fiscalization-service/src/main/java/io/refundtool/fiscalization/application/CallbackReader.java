package io.refundtool.fiscalization.application;

/** Reads the body of a callback, also one that was kept because it came too early. */
public interface CallbackReader {
    /**
     * What the callback tells.
     *
     * @throws IllegalArgumentException with a sentence if the body is no report
     */
    Told read(String body);
}
