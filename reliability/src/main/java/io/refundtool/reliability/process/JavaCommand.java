package io.refundtool.reliability.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a class of this class path is started in a JVM of its own: small, and without the second compiler. */
final class JavaCommand {

    /** Where Surefire says what is on the class path; its own has but a jar that names the others. */
    private static final String TEST_CLASS_PATH = "surefire.test.class.path";

    private JavaCommand() {}

    /**
     * The command.
     *
     * @param watched whether the process ends at once with its parent; otherwise main sees to that
     * @param log where the sandbox's logging configuration, which is on the class path, writes to
     */
    static List<String> of(Class<?> main, boolean watched, int heapMegabytes, Path log, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=UTC",
                "-Dsandbox.log=" + log,
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                "-cp",
                System.getProperty(TEST_CLASS_PATH, System.getProperty("java.class.path"))));
        if (watched) {
            command.add(ChildMain.class.getName());
        }
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }
}
