package io.refundtool.reliability.process;

import io.refundtool.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The process that PostgreSQL is started by and ends with. PostgreSQL's own processes are not this one's children, so
 * it stops them whenever it ends, unless it is killed: then whoever starts the next one on the directory does.
 */
public final class DatabaseMain {

    private DatabaseMain() {}

    /** Port, directory, and the names of databases. */
    public static void main(String[] arguments) {
        EmbeddedDatabase database = EmbeddedDatabase.start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("stop-postgres").unstarted(database::close));
        Arrays.stream(arguments).skip(2).forEach(database::createDatabase);
        ManagedProcess.sayReady();
        ChildMain.awaitEnd();
        System.exit(0);
    }
}
