package io.refundtool.testservers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.refundtool.testservers.bypassing.Bypassing;
import io.refundtool.testservers.forgetful.Forgetful;
import org.junit.jupiter.api.Test;

class ServerTestsTest {

    @Test
    void shouldFindATestThatUsesServersByAFixtureAndDoesNotSaySo() {
        assertThatThrownBy(() -> ServerTests.requireTheSwitch(Forgetful.class.getPackageName()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected @NeedsServers at " + Forgetful.class.getName())
                .hasMessageContaining("1 times");
    }

    @Test
    void shouldBeContentWithOneThatSaysSo() {
        assertThatCode(() -> ServerTests.requireTheSwitch("io.refundtool.testservers.mindful"))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldFindATestThatTakesAnEmbeddedServerPastTheSwitch() {
        assertThatThrownBy(() -> ServerTests.requireTheSwitch(Bypassing.class.getPackageName()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("EmbeddedKafka");
    }
}
