package io.refundtool.reliability;

import io.refundtool.reliability.faults.FaultKind;
import io.refundtool.reliability.faults.RoundPlan;
import io.refundtool.reliability.round.RoundOptions;
import io.refundtool.reliability.round.Rounds;
import io.refundtool.sandbox.CtrlC;
import io.refundtool.sandbox.report.Console;
import io.refundtool.sandbox.system.UnusableSetupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs rounds of faults on the whole system, each part of it in a process of its own. */
@Command(
        name = "reliability",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Rounds of faults on the running system, each followed by an audit.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every round was good",
            "1:a round failed",
            "2:a flag is not usable; a sentence says which",
            "130:ended with Ctrl-C, no process is left behind"
        })
public final class ReliabilityApplication implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int INTERRUPTED = 130;
    private static final int MAX_ROUNDS = 10_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--rounds", defaultValue = "100", description = "How many rounds (default ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seed", defaultValue = "1", description = "Chooses the faults (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--from", defaultValue = "1", description = "The first round's number (default ${DEFAULT-VALUE}).")
    private int from;

    @Option(
            names = "--faults-per-round",
            defaultValue = "2",
            description = "How many faults a round has (default ${DEFAULT-VALUE}).")
    private int faultsPerRound;

    @Option(
            names = "--rounds-per-start",
            defaultValue = "10",
            description = "After so many rounds a new system is started from nothing (default ${DEFAULT-VALUE}).")
    private int roundsPerStart;

    @Option(
            names = "--rate",
            defaultValue = "8",
            description = "Refunds asked for in a second (default ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--dir",
            defaultValue = "target/rounds",
            description = "Where data and logs are (default ${DEFAULT-VALUE}).")
    private Path directory = Path.of("target/rounds");

    @Option(
            names = "--data",
            defaultValue = "../../shared/data/online-retail",
            description = "Where orders.csv.gz and returns.csv.gz of a shop are (default ${DEFAULT-VALUE});"
                    + " when they are not there, a built-in catalogue is used.")
    private Path data = Path.of("../../shared/data/online-retail");

    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new ReliabilityApplication());
        commandLine
                .getCommandSpec()
                .usageMessage()
                .footerHeading("%nFaults:%n")
                .footer(Arrays.stream(FaultKind.values())
                        .map(kind -> "  " + kind.word() + ": " + kind.description())
                        .toArray(String[]::new));
        System.exit(commandLine.execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        check();
        Files.createDirectories(directory);
        System.setProperty("sandbox.log", directory.resolve("harness.log").toString());
        Console console =
                new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), false);
        try (CtrlC _ = CtrlC.stops(Thread.currentThread(), console)) {
            RoundOptions options =
                    new RoundOptions(seed, from, rounds, faultsPerRound, roundsPerStart, rate, directory, data);
            return new Rounds(options, console::say).run() ? 0 : FAILED;
        } catch (InterruptedException e) {
            return INTERRUPTED;
        } catch (UnusableSetupException e) {
            console.complain(String.valueOf(e.getMessage()));
            return FAILED;
        }
    }

    private void check() {
        require(rounds >= 1 && rounds <= MAX_ROUNDS, "--rounds to be 1 to " + MAX_ROUNDS, rounds);
        require(from >= 1 && from <= MAX_ROUNDS, "--from to be 1 to " + MAX_ROUNDS, from);
        require(roundsPerStart >= 1, "--rounds-per-start to be at least 1", roundsPerStart);
        require(rate > 0, "--rate to be above 0", rate);
        require(
                faultsPerRound >= 1 && faultsPerRound <= RoundPlan.MAX_FAULTS_PER_ROUND,
                "--faults-per-round to be 1 to " + RoundPlan.MAX_FAULTS_PER_ROUND,
                faultsPerRound);
    }

    private void require(boolean holds, String expected, Number found) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), "Expected %s, but it is %s".formatted(expected, found));
        }
    }
}
