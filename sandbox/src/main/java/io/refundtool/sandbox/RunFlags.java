package io.refundtool.sandbox;

import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.feed.Feed;
import io.refundtool.sandbox.system.Hosting;
import io.refundtool.sandbox.system.SystemPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How the sandbox runs. */
final class RunFlags {

    /** Refunds of the catalogue in one run; BOB's copies of them are kept in memory. */
    private static final int MAX_COUNT = 200_000;

    private static final int MAX_RATE = 10_000;

    /** How much is logged. */
    enum LogLevel {
        WARN,
        INFO,
        DEBUG
    }

    /** Told of what does not hold. */
    @FunctionalInterface
    interface Requirement {
        void require(boolean holds, String otherwise);
    }

    @Option(
            names = "--exit",
            description = "End when all requests have come to their end, instead of staying up for a look around.")
    private boolean exit;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "5",
            description = "Refunds a second from the catalogue (default ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Refunds from the catalogue in all, at most ${DEFAULT-VALUE} (the default).")
    private int count;

    @Option(
            names = "--lanes",
            paramLabel = "N",
            defaultValue = "4",
            description =
                    "How many batches are announced side by side; requests of one order stay in one lane (default ${DEFAULT-VALUE}).")
    private int lanes;

    @Option(
            names = "--stall",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "Give up when nothing has moved for so long while refunds are on their way (default ${DEFAULT-VALUE}).")
    private int stallSeconds;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "${sys:sandbox.dir:-.sandbox}",
            description = "Where the data and the log are (default ${DEFAULT-VALUE}). One sandbox at a time.")
    private Path directory = Path.of(".sandbox");

    @Option(
            names = "--keep",
            description = "Go on with the data of the last run instead of emptying --dir at the start.")
    private boolean keep;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            defaultValue = "INFO",
            description =
                    "What of the services is logged: WARN, INFO, or DEBUG for every transition of every refund (default ${DEFAULT-VALUE}).")
    private LogLevel logLevel = LogLevel.INFO;

    void check(Requirement that) {
        that.require(
                rate > 0 && rate <= MAX_RATE,
                "Expected --rate to be above 0 and at most " + MAX_RATE + ", but it is " + rate);
        that.require(
                count >= 1 && count <= MAX_COUNT, "Expected --count to be 1 to " + MAX_COUNT + ", but it is " + count);
        that.require(
                lanes >= 1 && lanes <= Feed.MAX_LANES,
                "Expected --lanes to be 1 to " + Feed.MAX_LANES + ", but it is " + lanes);
        that.require(stallSeconds >= 1, "Expected --stall to be at least 1, but it is " + stallSeconds);
    }

    /** Says where the log goes; logback.xml reads it when the first logger is made, which is after this. */
    void prepareLog() throws IOException {
        Files.createDirectories(directory);
        System.setProperty("sandbox.log", directory.resolve("sandbox.log").toString());
        System.setProperty("sandbox.log.level", logLevel.name());
    }

    RunOptions options(ImportFlags importing, FaultPlan faults, long seed, SystemPorts ports, Hosting hosting) {
        return new RunOptions(
                importing.orders(),
                importing.returns(),
                importing.report(),
                importing.settings(),
                exit,
                rate,
                count,
                seed,
                lanes,
                Duration.ofSeconds(stallSeconds),
                directory,
                keep,
                faults,
                ports,
                hosting);
    }
}
