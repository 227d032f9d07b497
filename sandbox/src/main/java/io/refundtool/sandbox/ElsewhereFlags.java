package io.refundtool.sandbox;

import io.refundtool.messaging.KafkaSettings;
import io.refundtool.sandbox.system.Elsewhere;
import io.refundtool.sandbox.system.Hosting;
import io.refundtool.sandbox.system.UnusableSetupException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the system is, when only the simulators run here. */
final class ElsewhereFlags {

    @ArgGroup(exclusive = false)
    private @Nullable Addresses addresses;

    private static final class Addresses {

        @Option(
                names = "--kafka-at",
                paramLabel = "HOST:PORT",
                required = true,
                description =
                        "Run the simulators only; broker, database and services run elsewhere. The brokers, separated"
                                + " by commas.")
        private String kafka = "";

        @Option(
                names = "--kafka-copies",
                paramLabel = "N",
                defaultValue = "1",
                description = "Copies of each topic's partitions (default ${DEFAULT-VALUE}).")
        private short copies;

        @Option(
                names = "--events-bus-at",
                paramLabel = "URL",
                required = true,
                description = "Where events-bus is, which takes its keys from /keys at --atol-port.")
        private URI eventsBus = URI.create("");

        @Option(
                names = "--refund-service-at",
                paramLabel = "URL",
                required = true,
                split = ",",
                description = "Where each instance of refund-service is, separated by commas.")
        private List<URI> refundServices = List.of();

        @Option(
                names = "--atol-password-file",
                paramLabel = "FILE",
                required = true,
                description = "Has the password that fiscalization-service gives to ATOL's simulator.")
        private Path atolPassword = Path.of("");
    }

    /** Everything in this process, unless addresses are given. */
    Hosting hosting() throws IOException {
        if (addresses == null) {
            return Hosting.inThisProcess();
        }
        if (!Files.isReadable(addresses.atolPassword)) {
            throw new UnusableSetupException(
                    "Expected --atol-password-file to be a file that can be read, but it is " + addresses.atolPassword);
        }
        return new Elsewhere(
                new KafkaSettings(addresses.kafka, addresses.copies),
                addresses.eventsBus,
                addresses.refundServices,
                Files.readString(addresses.atolPassword).strip());
    }
}
