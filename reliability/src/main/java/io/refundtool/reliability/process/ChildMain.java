package io.refundtool.reliability.process;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/**
 * What every child process starts with: runs another main, and ends the process at once when its standard input does,
 * which is when the parent ends, however it ends.
 */
final class ChildMain {

    private static final int ORPHANED = 3;

    private ChildMain() {}

    /** The first argument is the class whose main is run with the others. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().name("parent-watch").daemon().start(ChildMain::watch);
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            // As the JVM itself does when main throws; other threads of the service may go on for ever otherwise.
            LoggerFactory.getLogger(ChildMain.class)
                    .error("{} ends: its main failed", arguments[0], Objects.requireNonNullElse(e.getCause(), e));
            System.exit(1);
        }
    }

    private static void watch() {
        awaitEnd();
        Runtime.getRuntime().halt(ORPHANED);
    }

    /** Nobody ever writes to it. */
    static void awaitEnd() {
        try {
            long _ = System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // As good as the end.
        }
    }
}
