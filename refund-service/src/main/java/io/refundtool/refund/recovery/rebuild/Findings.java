package io.refundtool.refund.recovery.rebuild;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All findings: counted, written to a file, and the first of each kind kept to be printed. Safe for several threads. */
final class Findings implements AutoCloseable {

    /** Of each kind. */
    private static final int MAX_PRINTED = 10;

    private final BufferedWriter file;
    private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);
    private final List<Finding> first = new ArrayList<>();

    Findings(Path path) {
        try {
            Path directory = path.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            file = Files.newBufferedWriter(path);
            file.write("finding\tplace\tid\ttype\torder\trefund\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void add(Finding finding) {
        long count = counts.merge(finding.kind(), 1L, Long::sum);
        if (count <= MAX_PRINTED) {
            first.add(finding);
        }
        try {
            file.write(finding.line());
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized long count(Finding.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    synchronized List<Finding> first() {
        return List.copyOf(first);
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
