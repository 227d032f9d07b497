package io.refundtool.refund.recovery.command;

import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.recovery.offsets.RefusedResetException;
import io.refundtool.refund.recovery.rebuild.RefusedRebuildException;
import io.refundtool.refund.streams.PartitionFold;
import io.refundtool.refund.streams.StreamsSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands, and what becomes of their failures. */
@Command(
        name = "recovery",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(rebuild | reset)",
        description =
                "Makes the state of refunds anew, compares what follows with what was published, and resets groups.",
        footer = {
            "",
            "Settings of the service (--refundtool.kafka.bootstrap-servers=… and so on) are taken as the service takes them."
        })
final class RecoveryCommand {

    static final int DIFFERENT = 1;
    static final int REFUSED = 2;

    private RecoveryCommand() {}

    static CommandLine line(KafkaSettings kafka, StreamsSettings streams, PartitionFold.Settings settings) {
        return new CommandLine(new RecoveryCommand())
                .addSubcommand(new RebuildCommand(kafka, streams, settings))
                .addSubcommand(new ResetCommand(kafka))
                .setExecutionExceptionHandler(RecoveryCommand::failed);
    }

    private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof RefusedRebuildException || failure instanceof RefusedResetException) {
            line.getErr().println(failure.getMessage());
            return REFUSED;
        }
        throw failure;
    }
}
