package io.refundtool.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultListTest {

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void shouldKnowEveryKindByItsNameAndAsOneOfAll(FaultKind kind) throws UnusableFaultsException {
        assertThat(FaultList.plan(kind.word(), 1).rate(kind)).isEqualTo(kind.usualRate());
        assertThat(FaultList.plan("all", 1).rate(kind)).isEqualTo(kind.usualRate());
        assertThat(FaultList.plan(kind.group().word() + "=0.5", 1).rate(kind)).isEqualTo(0.5);
        assertThat(FaultList.help().toString()).contains(kind.word() + " (" + kind.usualRate() + "): ");
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void shouldBeInTheDocumentation(FaultKind kind) throws IOException {
        assertThat(Files.readString(Path.of("../docs/sandbox.md")))
                .containsPattern("\\| `%s` \\| `%s` \\| %s0* \\| \\Q%s\\E \\|"
                        .formatted(kind.word(), kind.group().word(), kind.usualRate(), kind.description()));
    }

    @Test
    void shouldTakeRatesAndLetWhatComesLaterWin() throws UnusableFaultsException {
        // when
        FaultPlan plan = FaultList.plan("all, payment-decline=.25,atol-errors=0,atol-wait=1", 1);

        // then
        assertThat(plan.rate(FaultKind.PAYMENT_DECLINE)).isEqualTo(0.25);
        assertThat(plan.rate(FaultKind.ATOL_SYSTEM)).isZero();
        assertThat(plan.rate(FaultKind.ATOL_WAIT)).isOne();
        assertThat(plan.rate(FaultKind.MAIL_SLOW)).isEqualTo(FaultKind.MAIL_SLOW.usualRate());
    }

    @Test
    void shouldBeNoPlanAtAllWhenEveryRateIsZero() throws UnusableFaultsException {
        assertThat(FaultList.plan("all=0", 1).any()).isFalse();
        assertThat(FaultList.plan("all=0,mail-slow=0.1", 1).any()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "payment-declined, 'Expected --faults to name all, payment-errors, reversal-errors,'",
        "'', 'but ''''is none of them'",
        "'all,', is none of them",
        "mail-slow=2, Expected the rate in --faults to be a number from 0 to 1",
        "mail-slow=-1, but in 'mail-slow=-1' it is not",
        "mail-slow=, it is not",
        "mail-slow=NaN, it is not",
        "mail-slow=1e-3, it is not",
    })
    void shouldSayInOneSentenceWhatIsWrong(String list, String part) {
        assertThatThrownBy(() -> FaultList.plan(list, 1))
                .isInstanceOf(UnusableFaultsException.class)
                .hasMessageContaining(part.replace("''is", "'' is"));
    }
}
