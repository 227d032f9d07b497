package io.refundtool.messaging.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OperatorHeadersTest {

    @Test
    void shouldReadANameHoweverTheProxyWroteIt() {
        assertThat(OperatorHeaders.operator(" Ann ")).isEqualTo("Ann");
        assertThat(OperatorHeaders.operator("J\u00fcrgen")).isEqualTo("J\u00fcrgen");
        assertThat(OperatorHeaders.operator(
                        new String("Анна".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                .isEqualTo("Анна");
    }

    @Test
    void shouldAskWhoDecides() {
        assertThatThrownBy(() -> OperatorHeaders.operator(null)).hasMessageContaining("X-Operator");
        assertThatThrownBy(() -> OperatorHeaders.operator(" ")).hasMessageContaining("X-Operator");
    }
}
