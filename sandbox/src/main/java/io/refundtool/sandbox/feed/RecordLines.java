package io.refundtool.sandbox.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Splits a CSV file into records, which may span lines inside quotation marks.
 *
 * <p>A CSV parser that meets a quotation mark which is never closed swallows the rest of the file. Here such a record
 * ends after a limit, is handed out as broken, and reading goes on with its second line.
 */
final class RecordLines {

    static final int MAX_LINES_PER_RECORD = 50;
    static final int MAX_CHARACTERS_PER_LINE = 100_000;

    /** One record as it is in the file; a broken one has a quotation mark that is not closed. */
    record Text(long line, String text, boolean broken) {}

    private final BufferedReader reader;
    private final Deque<String> ahead = new ArrayDeque<>();
    private long line;

    RecordLines(BufferedReader reader) {
        this.reader = reader;
    }

    /** The next record, or null at the end; empty lines are left out. */
    @Nullable
    Text next() throws IOException {
        @Nullable String first = nextLine();
        while (first != null && first.isBlank()) {
            first = nextLine();
        }
        if (first == null) {
            return null;
        }
        long begin = line;
        return endsInsideQuotes(first, false) ? severalLines(begin, first) : new Text(begin, first, false);
    }

    private Text severalLines(long begin, String first) throws IOException {
        Deque<String> others = new ArrayDeque<>();
        StringBuilder text = new StringBuilder(first);
        boolean open = true;
        while (open && others.size() < MAX_LINES_PER_RECORD) {
            @Nullable String more = nextLine();
            if (more == null) {
                break;
            }
            others.addLast(more);
            text.append('\n').append(more);
            open = endsInsideQuotes(more, true);
        }
        if (!open) {
            return new Text(begin, text.toString(), false);
        }
        line -= others.size();
        while (!others.isEmpty()) {
            ahead.addFirst(others.removeLast());
        }
        return new Text(begin, first, true);
    }

    private @Nullable String nextLine() throws IOException {
        @Nullable String next = ahead.isEmpty() ? reader.readLine() : ahead.removeFirst();
        if (next != null) {
            line++;
        }
        return next;
    }

    /** A quotation mark opens a quotation only at the beginning of a field; two inside one are a character. */
    private static boolean endsInsideQuotes(String text, boolean insideAtStart) {
        boolean inside = insideAtStart;
        boolean fieldStart = !insideAtStart;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inside) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                } else if (c == '"') {
                    inside = false;
                }
            } else if (c == '"' && fieldStart) {
                inside = true;
            }
            fieldStart = !inside && c == ',';
        }
        return inside;
    }
}
