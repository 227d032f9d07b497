package io.refundtool.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.reliability.faults.RoundPlan;
import io.refundtool.reliability.round.RoundOptions;
import io.refundtool.reliability.round.Rounds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A short selection: every kind of fault once or twice, on one system. Its data and logs stay where the next build makes them. */
class RoundsTest {

    private static final int SEED = 1;
    private static final int ROUNDS = 2;
    private static final int FAULTS_PER_ROUND = (RoundPlan.MAX_FAULTS_PER_ROUND + ROUNDS - 1) / ROUNDS;
    private static final int PER_SECOND = 8;

    @Test
    void shouldLoseNothingAndPayNothingTwiceWhateverDies() throws Exception {
        // given
        List<String> said = new ArrayList<>();
        Rounds rounds = new Rounds(
                new RoundOptions(
                        SEED,
                        1,
                        ROUNDS,
                        FAULTS_PER_ROUND,
                        ROUNDS,
                        PER_SECOND,
                        Path.of("target/rounds"),
                        Path.of("../../shared/data/online-retail")),
                said::add);

        // when
        boolean good = rounds.run();

        // then
        assertThat(good).as(String.join("\n", said)).isTrue();
    }
}
