package io.refundtool.refund.recovery.command;

import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.recovery.offsets.Reset;
import io.refundtool.refund.recovery.offsets.Target;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sets where a group goes on reading. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Shows where a group would go on reading, and sets it there with --execute.")
final class ResetCommand implements Callable<Integer> {

    /** Exactly one of them. */
    private static final class To {

        @SuppressWarnings("UnusedVariable") // What is meant when it is none of the others.
        @Option(names = "--to-earliest", description = "The first record that the topics still have.")
        private boolean earliest;

        @Option(names = "--to-latest", description = "Behind the last record: what is not read yet is skipped.")
        private boolean latest;

        @Option(names = "--to-time", description = "The first record that is not older, as 2026-03-01T12:00:00Z.")
        private @Nullable Instant time;

        @Option(names = "--to-offset", description = "The same offset in every partition, or the nearest there is.")
        private @Nullable Long offset;

        @Option(names = "--back", description = "So many offsets before where it stands, in every partition.")
        private @Nullable Long back;

        Target target() {
            if (time != null) {
                return new Target.At(time);
            }
            if (offset != null) {
                return new Target.Offset(offset);
            }
            if (back != null) {
                return new Target.Back(back);
            }
            return latest ? new Target.Latest() : new Target.Earliest();
        }
    }

    private final KafkaSettings kafka;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--group", required = true, description = "The group, or the application id of the state machine.")
    private String group = "";

    @Option(names = "--topic", description = "Only these of its topics; may be given several times.")
    private Set<String> topics = new LinkedHashSet<>();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private @Nullable To to;

    @Option(names = "--execute", description = "Do it; without it, it is only shown.")
    private boolean execute;

    ResetCommand(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<Reset.Move> moves =
                new Reset(kafka).run(group, topics, Objects.requireNonNull(to).target(), execute);
        print(out, moves);
        out.println(execute ? "Done." : "Nothing was changed; --execute does it.");
        return 0;
    }

    private static void print(PrintWriter out, List<Reset.Move> moves) {
        out.printf("%-45s %12s %12s %12s %12s %12s%n", "partition", "begin", "stands", "goes to", "end", "again");
        for (Reset.Move move : moves) {
            out.printf(
                    Locale.ROOT,
                    "%-45s %,12d %,12d %,12d %,12d %,12d%n",
                    move.partition(),
                    move.begin(),
                    move.from(),
                    move.to(),
                    move.end(),
                    move.again());
        }
        long elsewhere = moves.stream().filter(move -> !move.isThere()).count();
        if (elsewhere > 0) {
            out.printf(
                    Locale.ROOT,
                    "%d of %d partitions do not have what was asked for: they go to the nearest that they have.%n",
                    elsewhere,
                    moves.size());
        }
    }
}
