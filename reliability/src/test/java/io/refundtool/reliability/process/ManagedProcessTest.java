package io.refundtool.reliability.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    /** Says which process it is, and then once again whenever it is looked at. */
    static final class Ticking {

        private Ticking() {}

        public static void main(String[] arguments) throws Exception {
            Path file = Path.of(arguments[0]);
            Path next = file.resolveSibling("next");
            while (true) {
                Files.writeString(next, ProcessHandle.current().pid() + " " + System.nanoTime());
                // Whoever reads it, and whenever this is paused, there is a whole one.
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
                Thread.sleep(10);
            }
        }
    }

    /** Starts a ticking process, pauses it if it is told to, says so, and waits for ever. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) throws Exception {
            Path directory = Path.of(arguments[0]);
            ManagedProcess child = ticking(directory);
            child.start();
            await().atMost(PATIENCE).until(() -> Files.exists(directory.resolve("tick")));
            if (arguments.length > 1) {
                child.pause();
            }
            System.out.println("started");
            Thread.currentThread().join();
        }
    }

    @Test
    void shouldDoNothingWhilePausedAndGoOnAfterwards() throws IOException {
        try (ManagedProcess process = ticking(directory)) {
            // given
            process.start();
            awaitTick("");
            String paused;
            try (Pause _ = process.pause()) {
                // then
                paused = lastTick();
            }
            awaitTick(paused);
        }
    }

    @Test
    void shouldBeAnotherProcessAfterItWasKilledAndStartedAgain() throws IOException {
        try (ManagedProcess process = ticking(directory)) {
            // given
            process.start();
            awaitTick("");
            long killed = pid();

            // when
            process.kill();

            // then
            assertThat(ProcessHandle.of(killed)).isEmpty();

            // when
            process.start();

            // then
            await().atMost(PATIENCE).until(() -> pid() != killed);
            assertThat(process.endedByItself()).isZero();
        }
    }

    @Test
    void shouldBeStartedAgainWhenItEndsByItself() throws IOException {
        try (ManagedProcess process = ticking(directory)) {
            // given
            process.start();
            awaitTick("");
            long ended = pid();

            // when
            ProcessHandle.of(ended).orElseThrow().destroyForcibly();

            // then
            await().atMost(PATIENCE).until(() -> pid() != ended);
            assertThat(process.endedByItself()).isEqualTo(1);
        }
    }

    @Test
    void shouldNotOutliveAParentThatIsKilled() throws Exception {
        assertEndsWithItsParent();
    }

    @Test
    void shouldNotOutliveAParentThatIsKilledWhileItIsPaused() throws Exception {
        assertEndsWithItsParent("paused");
    }

    private void assertEndsWithItsParent(String... how) throws Exception {
        // given
        List<String> arguments = new ArrayList<>(List.of(directory.toString()));
        arguments.addAll(List.of(how));
        Process parent = new ProcessBuilder(
                        JavaCommand.of(Parent.class, true, 64, directory.resolve("parent.log"), arguments))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = parent.inputReader(UTF_8)) {
            assertThat(output.readLine()).isEqualTo("started");
        }
        ProcessHandle child = ProcessHandle.of(pid()).orElseThrow();

        // when
        parent.destroyForcibly();

        // then
        await().atMost(PATIENCE).until(() -> !child.isAlive());
    }

    private static ManagedProcess ticking(Path directory) {
        List<String> arguments = List.of(directory.resolve("tick").toString());
        return new ManagedProcess("ticking", directory, log -> JavaCommand.of(Ticking.class, true, 32, log, arguments));
    }

    private void awaitTick(String after) {
        await().atMost(PATIENCE).until(() -> Files.exists(directory.resolve("tick")) && !tick().equals(after));
    }

    /** A signal is sent, not awaited: a process with several threads may tick once more before it stands still. */
    private String lastTick() {
        AtomicReference<String> last = new AtomicReference<>("");
        await().pollInterval(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> {
            String now = tick();
            return last.getAndSet(now).equals(now);
        });
        return last.get();
    }

    private String tick() throws IOException {
        return Files.readString(directory.resolve("tick"));
    }

    private long pid() throws IOException {
        String tick = tick();
        return Long.parseLong(tick.substring(0, tick.indexOf(' ')));
    }
}
