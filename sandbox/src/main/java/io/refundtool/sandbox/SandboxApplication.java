package io.refundtool.sandbox;

import io.refundtool.events.InvalidEventException;
import io.refundtool.sandbox.faults.FaultList;
import io.refundtool.sandbox.faults.UnusableFaultsException;
import io.refundtool.sandbox.feed.UnusableFileException;
import io.refundtool.sandbox.report.Console;
import io.refundtool.sandbox.system.UnusableSetupException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code ./run}: the whole system on this machine. */
@Command(
        name = "./run",
        mixinStandardHelpOptions = true,
        version = "Refund Tool sandbox 0.1.0",
        sortOptions = false,
        usageHelpWidth = 110,
        abbreviateSynopsis = true,
        description = {
            "Starts the whole Refund Tool in one process: a real Kafka broker, a real PostgreSQL, every service, and"
                    + " simulators of BOB, Payment, ATOL Online and a mailbox.",
            "",
            "Without --orders and --returns a built-in catalogue of several countries keeps refunds coming. With them"
                    + " a shop's own export is run through, and what became of it is audited over all ledgers and"
                    + " topics.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything came to its end and the audit found nothing",
            "1:refunds got stuck, the audit found a difference, or a part of the system failed",
            "2:a flag, a file or a port is not usable; a sentence says which",
            "130:ended with Ctrl-C, everything stopped in order"
        })
public final class SandboxApplication implements Callable<Integer> {

    static final int USAGE_PROBLEM = 2;
    static final int INTERRUPTED = 130;
    private static final int MAX_CAUSES = 50;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ImportFlags importing = new ImportFlags();

    @Mixin
    private RunFlags running = new RunFlags();

    @Mixin
    private FaultFlags misbehaving = new FaultFlags();

    @Mixin
    private ElsewhereFlags elsewhere = new ElsewhereFlags();

    @Mixin
    private PortFlags ports = new PortFlags();

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new SandboxApplication());
        commandLine
                .getCommandSpec()
                .usageMessage()
                .footerHeading("%nFaults, with their usual rates:%n")
                .footer(FaultList.help().toArray(String[]::new));
        return commandLine
                .setParameterExceptionHandler(SandboxApplication::complain)
                .setExecutionExceptionHandler(SandboxApplication::fail)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** A sentence is enough: all flags at once would bury it. */
    private static int complain(ParameterException e, String... arguments) {
        e.getCommandLine().getErr().println(e.getMessage() + "; ./run --help explains every flag");
        return USAGE_PROBLEM;
    }

    /** The stack is for the log. */
    private static int fail(Exception e, CommandLine commandLine, ParseResult arguments) {
        LoggerFactory.getLogger(SandboxApplication.class).error("The sandbox failed", e);
        Throwable root = e;
        for (int depth = 0; root.getCause() != null && depth < MAX_CAUSES; depth++) {
            root = root.getCause();
        }
        commandLine.getErr().println("The sandbox failed: " + root + "; the log has the whole story");
        return SandboxRun.FAILED;
    }

    @Override
    public Integer call() throws IOException {
        Console console =
                new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), onTerminal());
        try {
            return new SandboxRun(options(), console).run();
        } catch (UnusableFileException | UnusableSetupException e) {
            console.complain(String.valueOf(e.getMessage()));
            return USAGE_PROBLEM;
        } catch (InterruptedException e) {
            return INTERRUPTED;
        }
    }

    private static boolean onTerminal() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    }

    private RunOptions options() throws IOException {
        require(
                !importing.given() || (importing.orders() != null && importing.returns() != null),
                "Expected --orders and --returns together, but only one of them is given");
        require(
                importing.report() == null || importing.given(),
                "Expected --report to go with --orders and --returns, but they are not given");
        running.check(this::require);
        running.prepareLog();
        try {
            return running.options(
                    importing, misbehaving.plan(), misbehaving.seed(), ports.ports(), elsewhere.hosting());
        } catch (InvalidEventException | UnusableFaultsException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
