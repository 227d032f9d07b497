package io.refundtool.refund.recovery;

import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.StartedInTurn;
import io.refundtool.refund.recovery.command.RecoveryApplication;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs recovery commands as a command line does. */
final class RecoveryLine {

    private final KafkaSettings kafka;
    private final Path report;

    /** What came of a command. */
    record Ran(int exitCode, String out, String err, List<String> report) {

        /** The id of the event that is missing of an order. */
        String missingId(String orderId) {
            return report.stream()
                    .map(line -> line.split("\t", -1))
                    .filter(fields -> fields[0].equals("missing") && fields[4].equals(orderId))
                    .map(fields -> fields[2])
                    .findFirst()
                    .orElseThrow();
        }
    }

    RecoveryLine(KafkaSettings kafka, Path report) {
        this.kafka = kafka;
        this.report = report;
    }

    Ran run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.add("--refundtool.kafka.bootstrap-servers=" + kafka.bootstrapServers());
        if (command[0].equals("rebuild")) {
            arguments.add("--report=" + report);
        }
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = StartedInTurn.run(() ->
                RecoveryApplication.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new)));
        return new Ran(exitCode, out.toString(), err.toString(), lines());
    }

    private List<String> lines() {
        try {
            return Files.exists(report) ? Files.readAllLines(report) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
