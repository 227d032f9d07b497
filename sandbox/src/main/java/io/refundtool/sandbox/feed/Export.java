package io.refundtool.sandbox.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of a shop with a header line, packed with gzip or not, read row by row: its size does not matter.
 *
 * <p>Rows that are no rows are told to the listener and left out; the others go through.
 */
final class Export {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int GZIP_MAGIC = 0x1F8B;

    private final Path path;
    private final List<String> columns;

    Export(Path path, List<String> columns) {
        this.path = path;
        this.columns = columns;
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** What is done with the rows. */
    interface Rows {
        void read(Row row) throws MalformedRowException;

        /** There was a row whose fields cannot be told apart; it is reported already. */
        default void skipped() {}
    }

    /**
     * Reads all rows in order.
     *
     * @throws UnusableFileException when there is no such file, or it has not the columns
     */
    void forEach(Rows rows, Consumer<RowProblem> problems) {
        try (BufferedReader text = open()) {
            RecordLines records = new RecordLines(text);
            List<String> header = header(records.next());
            for (var record = records.next(); record != null; record = records.next()) {
                read(header, record, rows, problems);
            }
        } catch (NoSuchFileException e) {
            throw new UnusableFileException("Expected " + path + " to be a file, but there is none", e);
        } catch (IOException e) {
            throw new UnusableFileException("Expected to read " + path + ", but it failed: " + e.getMessage(), e);
        }
    }

    private void read(List<String> header, RecordLines.Text record, Rows rows, Consumer<RowProblem> problems) {
        Row row;
        try {
            row = row(header, record);
        } catch (MalformedRowException e) {
            problems.accept(new RowProblem(name(), record.line(), String.valueOf(e.getMessage())));
            rows.skipped();
            return;
        }
        try {
            rows.read(row);
        } catch (MalformedRowException e) {
            problems.accept(new RowProblem(name(), record.line(), String.valueOf(e.getMessage())));
        }
    }

    private BufferedReader open() throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("it is a directory");
        }
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path));
        try {
            bytes.mark(2);
            boolean packed = bytes.read() << 8 == (GZIP_MAGIC & 0xFF00) && bytes.read() == (GZIP_MAGIC & 0xFF);
            bytes.reset();
            return new BufferedReader(new InputStreamReader(packed ? new GZIPInputStream(bytes) : bytes, UTF_8));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private List<String> header(RecordLines.@Nullable Text first) throws IOException {
        List<String> header = first == null ? List.of() : values(first.text());
        List<String> missing =
                columns.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new UnusableFileException(
                    "Expected the first line of %s to name the columns %s, but %s is missing"
                            .formatted(path, String.join(", ", columns), String.join(", ", missing)),
                    null);
        }
        return header;
    }

    private static Row row(List<String> header, RecordLines.Text record) throws MalformedRowException {
        if (record.broken()) {
            throw new MalformedRowException("Expected every quotation mark to be closed, but one is not");
        }
        if (record.text().length() > RecordLines.MAX_CHARACTERS_PER_LINE) {
            throw new MalformedRowException("Expected a row of at most %d characters, but it has %d"
                    .formatted(
                            RecordLines.MAX_CHARACTERS_PER_LINE, record.text().length()));
        }
        if (record.text().indexOf(REPLACEMENT) >= 0) {
            throw new MalformedRowException("Expected UTF-8, but the row has other bytes");
        }
        List<String> values = rowValues(record.text());
        if (values.size() != header.size()) {
            throw new MalformedRowException(
                    "Expected %d fields, but the row has %d".formatted(header.size(), values.size()));
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            fields.put(header.get(i), values.get(i));
        }
        return new Row(record.line(), fields);
    }

    private static List<String> rowValues(String text) throws MalformedRowException {
        try {
            return values(text);
        } catch (IOException | UncheckedIOException e) {
            throw new MalformedRowException("Expected a comma or the row's end after a closing quotation mark");
        }
    }

    private static List<String> values(String text) throws IOException {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(withoutMark))) {
            return parser.stream().map(CSVRecord::toList).findFirst().orElse(List.of());
        }
    }
}
