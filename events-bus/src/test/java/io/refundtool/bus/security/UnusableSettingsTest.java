package io.refundtool.bus.security;

import static io.refundtool.bus.RunningGateway.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.refundtool.bus.EventsBusApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A gateway that could not tell callers apart does not start, and says why in a sentence. */
@ExtendWith(OutputCaptureExtension.class)
class UnusableSettingsTest {

    private static final String KEYS = "public-keys[0]=" + ISSUER.publicKeys();

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of(
                        List.of(),
                        "either public-keys or a jwks-url, so that callers can be told apart, but it has neither"),
                Arguments.of(List.of(KEYS, "jwks-url=https://issuer.example.org/keys"), "but it has both"),
                Arguments.of(
                        List.of("public-keys=/nowhere/keys.pem"),
                        "Expected refundtool.bus.security.public-keys[0] (/nowhere/keys.pem) to be a file that can be read"),
                Arguments.of(
                        List.of("jwks-url=ftp://issuer.example.org/keys"),
                        "to be a URL of http or https, but it is ftp://issuer.example.org/keys"),
                Arguments.of(List.of(KEYS, "algorithms=ES256,HS256"), "but one is HS256"),
                Arguments.of(List.of(KEYS, "algorithms=none"), "but one is none"),
                Arguments.of(
                        List.of(KEYS, "clock-skew=6m"),
                        "refundtool.bus.security.clock-skew to be between 0 and 5 minutes, but it is PT6M"),
                Arguments.of(
                        List.of(KEYS, "token-memory=-1s"),
                        "refundtool.bus.security.token-memory to be between 0 and 5 minutes"),
                Arguments.of(
                        List.of(KEYS, "limits.requests=0"),
                        "Expected requests of a caller's limits to be between 1 and 1000000, but it is 0"),
                Arguments.of(List.of(KEYS, "limits.per=2d"), "to be between 1 ms and 1 day"),
                Arguments.of(
                        List.of(KEYS, "limits.max-body-bytes=4000001"), "between 1 and 4000000, but it is 4000001"),
                Arguments.of(
                        List.of(KEYS, "callers[0].name=a", "callers[0].max-events=1001"),
                        "between 1 and 1000, but it is 1001"),
                Arguments.of(
                        List.of(KEYS, "callers[0].name=a", "callers[1].name=a"),
                        "to name every caller once, but a is there twice"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("unusable")
    void shouldNotStartAndSayWhy(List<String> settings, String sentence, CapturedOutput output) {
        // given
        List<String> arguments =
                new ArrayList<>(List.of("--server.port=0", "--refundtool.kafka.bootstrap-servers=localhost:1"));
        settings.forEach(setting -> arguments.add("--refundtool.bus.security." + setting));

        // when // then
        assertThatThrownBy(() -> EventsBusApplication.application().run(arguments.toArray(String[]::new)))
                .hasRootCauseInstanceOf(UnusableSecurityException.class)
                .rootCause()
                .hasMessageStartingWith("Expected ")
                .hasMessageContaining(sentence);
        assertThat(output.getAll()).contains("APPLICATION FAILED TO START").contains(sentence);
    }
}
