package io.refundtool.sandbox.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of entries, a line of JSON each, that is only ever added to. What a killed process left half written is the
 * last line, and did not happen.
 *
 * @param <T> a record
 */
public final class Journal<T> implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final List<T> earlier;
    private final Writer writer;

    private Journal(List<T> earlier, Writer writer) {
        this.earlier = earlier;
        this.writer = writer;
    }

    /** Opens the file, or begins a new one. */
    public static <T> Journal<T> open(Path file, Class<T> type) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            List<T> earlier = Files.exists(file) ? read(file, type) : List.of();
            Writer writer = Files.newBufferedWriter(file, UTF_8);
            Journal<T> journal = new Journal<>(earlier, writer);
            earlier.forEach(journal::append);
            return journal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A journal that is forgotten with the process. */
    public static <T> Journal<T> inMemory() {
        return new Journal<>(List.of(), Writer.nullWriter());
    }

    private static <T> List<T> read(Path file, Class<T> type) throws IOException {
        List<T> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file, UTF_8)) {
            try {
                entries.add(JSON.readValue(line, type));
            } catch (JacksonException e) {
                return entries;
            }
        }
        return entries;
    }

    /** What was there when it was opened. */
    public List<T> earlier() {
        return earlier;
    }

    /** Adds an entry; it outlives the process from here on. */
    public synchronized void append(T entry) {
        try {
            writer.write(JSON.writeValueAsString(entry));
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
