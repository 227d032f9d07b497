package io.refundtool.sandbox.feed;

/**
 * A row of an export that cannot be used, and why.
 *
 * @param file the file's name
 * @param line the line the row begins on, from 1
 * @param sentence what was expected, and what was there instead
 */
public record RowProblem(String file, long line, String sentence) {

    @Override
    public String toString() {
        return file + " line " + line + ": " + sentence;
    }
}
