package io.refundtool.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class ServerKindTest {

    @Test
    void shouldBeEmbeddedWhenNobodySaysAnything() {
        assertThat(ServerKind.of(null)).isEqualTo(ServerKind.EMBEDDED);
    }

    @Test
    void shouldBeWhatIsSaidAndNothingElse() {
        assertThat(ServerKind.of("embedded")).isEqualTo(ServerKind.EMBEDDED);
        assertThat(ServerKind.of("containers")).isEqualTo(ServerKind.CONTAINERS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerKind.of("container"))
                .withMessage("Expected refundtool.test.servers to be embedded or containers, but it is 'container'");
    }

    @Test
    void shouldSkipOnlyContainersThatNobodyCanStart() {
        assertThat(DockerAnswers.result(ServerKind.EMBEDDED, () -> {
                            throw new AssertionError("Expected nobody to ask for Docker");
                        })
                        .isDisabled())
                .isFalse();
        assertThat(DockerAnswers.result(ServerKind.CONTAINERS, () -> true).isDisabled())
                .isFalse();
        ConditionEvaluationResult without = DockerAnswers.result(ServerKind.CONTAINERS, () -> false);
        assertThat(without.isDisabled()).isTrue();
        assertThat(without.getReason()).isEqualTo(Optional.of(DockerAnswers.SKIPPED));
    }
}
