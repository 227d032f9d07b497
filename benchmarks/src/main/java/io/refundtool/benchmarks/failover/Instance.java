package io.refundtool.benchmarks.failover;

import io.refundtool.benchmarks.ClassPath;
import io.refundtool.embedded.Ports;
import io.refundtool.refund.RefundApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An instance of refund-service in a process of its own, which can be killed, stopped and started again. */
final class Instance implements AutoCloseable {

    private final String name;

    private final int port = Ports.free("refund-service", 0);
    private final Path directory;
    private final List<String> settings;
    private Process process;

    Instance(String name, Path directory, List<String> settings) {
        this.name = name;
        this.directory = directory;
        this.settings = settings;
        this.process = run();
    }

    int port() {
        return port;
    }

    /** Whether it takes requests. */
    boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    /** SIGTERM. */
    void stop() {
        process.destroy();
        ended();
    }

    void startAgain() {
        process = run();
    }

    @Override
    public void close() {
        kill();
    }

    private void ended() {
        process.onExit().join();
    }

    private Process run() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-classpath",
                ClassPath.ofRefundService(),
                RefundApplication.class.getName(),
                "--server.port=" + port,
                "--refundtool.streams.application-server=localhost:" + port,
                "--refundtool.streams.state-dir=" + directory.resolve("state-" + name)));
        command.addAll(settings);
        File log = directory.resolve(name + ".log").toFile();
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
