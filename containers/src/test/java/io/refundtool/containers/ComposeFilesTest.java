package io.refundtool.containers;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.Topic;
import io.refundtool.refund.streams.PartitionFold;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Needs no Docker: a compose file that disagrees with the services is found before anybody starts it. */
class ComposeFilesTest {

    /** It ends when it has made what the others read. */
    private static final String ONCE = "secrets";

    /** It has no configuration file; where it listens is a flag's default. */
    private static final String SIMULATORS = "sandbox";

    private static final Pattern CONFIDENTIAL = Pattern.compile("(?i).*(password|secret|token|private_?key).*");
    private static final Pattern LOGIN_IN_URL = Pattern.compile("://[^/\\s\"]*:[^/\\s\"]*@|[?&](user|password)=");

    static final List<Arguments> FILES = List.of(
            Arguments.argumentSet("one broker", ComposeFiles.oneBroker()),
            Arguments.argumentSet("three brokers", ComposeFiles.threeBrokers()));

    private static Stream<ComposeService> ownServices(ComposeFiles files) {
        return files.services().values().stream()
                .filter(service ->
                        !service.module().isEmpty() && !service.module().equals(SIMULATORS));
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void shouldAskEveryServiceForItsHealthWhereItListens(ComposeFiles files) {
        ownServices(files).forEach(service -> {
            // given
            String port = ModuleConfiguration.of(service.module()).port();

            // when // then
            assertThat(service.healthCheck())
                    .as(service.name())
                    .containsExactly("CMD", "/opt/refundtool/healthy", port, "/actuator/health/readiness");
            assertThat(service.publishedPorts()).as(service.name()).containsExactly(port);
        });
        files.brokers()
                .forEach(broker -> assertThat(broker.environment().get("KAFKA_LISTENERS"))
                        .as(broker.name())
                        .contains("OUTSIDE://:" + broker.healthCheck().getLast() + ",")
                        .contains("OUTSIDE://:" + broker.publishedPorts().getFirst() + ","));
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void shouldSetOnlyVariablesThatTheServiceReads(ComposeFiles files) {
        ownServices(files)
                .forEach(service -> assertThat(service.environment().keySet())
                        .as(service.name())
                        .isNotEmpty()
                        .isSubsetOf(ModuleConfiguration.of(service.module()).variables()));
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void shouldHoldNoSecret(ComposeFiles files) {
        for (ComposeService service : files.services().values()) {
            service.environment().forEach((name, value) -> {
                if (CONFIDENTIAL.matcher(name).matches()) {
                    assertThat(value).as("%s of %s", name, service.name()).startsWith("/run/secrets/");
                }
                assertThat(value).as("%s of %s", name, service.name()).doesNotContainPattern(LOGIN_IN_URL);
            });
            assertThat(service.list("command"))
                    .as(service.name())
                    .filteredOn(argument -> CONFIDENTIAL.matcher(argument).matches())
                    .allMatch(argument -> argument.contains("=/run/secrets/"));
        }
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void shouldWatchAndLimitEveryService(ComposeFiles files) {
        files.services().values().forEach(service -> {
            assertThat(service.text("mem_limit")).as(service.name()).matches("[0-9]+[mg]");
            if (!service.name().equals(ONCE)) {
                assertThat(service.healthCheck()).as(service.name()).isNotEmpty();
                assertThat(service.text("cpus")).as(service.name()).matches("[0-9.]+");
                assertThat(service.text("restart")).as(service.name()).isEqualTo("unless-stopped");
            }
        });
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void shouldReferToWhatIsThere(ComposeFiles files) {
        for (ComposeService service : files.services().values()) {
            assertThat(files.services().keySet()).as(service.name()).containsAll(service.startsAfter());
            for (String source : service.mounts().values()) {
                assertThat(files.volumes().contains(source) || Files.exists(Repository.ROOT.resolve(source)))
                        .as("%s of %s", source, service.name())
                        .isTrue();
            }
            assertThat(service.list("ports")).as(service.name()).allMatch(port -> port.startsWith("127.0.0.1:"));
        }
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void shouldTakeAndCopyTheLargestMessage(ComposeFiles files) {
        // given
        int event = Arrays.stream(Topic.values())
                .mapToInt(Topic::maxMessageBytes)
                .max()
                .orElseThrow();
        int largest = Math.max(event, PartitionFold.MAX_ENTRY_BYTES);

        // when // then
        for (ComposeService broker : files.brokers()) {
            Map<String, String> settings = broker.environment();
            int taken = Integer.parseInt(settings.getOrDefault("KAFKA_MESSAGE_MAX_BYTES", "0"));
            assertThat(taken).as(broker.name()).isGreaterThanOrEqualTo(largest);
            assertThat(settings)
                    .as(broker.name())
                    .containsEntry("KAFKA_REPLICA_FETCH_MAX_BYTES", Integer.toString(taken));
        }
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void shouldMakeAJarForEveryImage(ComposeFiles files) {
        // given
        Set<String> modules = files.services().values().stream()
                .map(ComposeService::module)
                .filter(module -> !module.isEmpty())
                .collect(toSet());

        // when
        String built = Repository.read("docker/build")
                .lines()
                .filter(line -> line.startsWith("readonly modules="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElse("");

        // then
        assertThat(built.split(",", -1)).containsExactlyInAnyOrderElementsOf(modules);
        assertThat(modules)
                .allSatisfy(module ->
                        assertThat(Repository.read(".dockerignore")).contains("!" + module + "/target/*-exec.jar"));
    }
}
