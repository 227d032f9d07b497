package io.refundtool.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.sandbox.system.SystemPorts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WhereToLookTest {

    private static final SystemPorts PORTS = new SystemPorts(8080, 8081, 8082, 8083, 8090, 8025, 9092, 5433);
    private static final String LOGIN = "(user postgres)";

    @Test
    void shouldSayHowToLogInWhereTheDatabaseIsStarted() {
        assertThat(WhereToLook.lines(PORTS, Path.of("data"), true)).anyMatch(line -> line.endsWith(LOGIN));
    }

    @Test
    void shouldSayNothingOfALoginAndALogThatOthersChose() {
        assertThat(WhereToLook.lines(PORTS, Path.of("data"), false))
                .noneMatch(line -> line.endsWith(LOGIN))
                .anyMatch(line -> line.endsWith("docs/operations/containers.md)"))
                .anyMatch(line -> line.contains("sandbox.log") && line.contains("of the simulators only"));
    }
}
