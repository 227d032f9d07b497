package io.refundtool.bus.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenMemoryTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private int checks;

    @Test
    void shouldCheckATokenOnce() {
        // given
        TokenMemory memory = new TokenMemory(Duration.ofMinutes(5), Clock.fixed(NOW, ZoneOffset.UTC));

        // when
        memory.get("a", token -> checked(token, NOW.plusSeconds(60)));
        memory.get("a", token -> checked(token, NOW.plusSeconds(60)));
        memory.get("b", token -> checked(token, NOW.plusSeconds(60)));

        // then
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void shouldForgetATokenAtItsExpiry() {
        // given
        TokenMemory memory = new TokenMemory(Duration.ofMinutes(5), Clock.fixed(NOW, ZoneOffset.UTC));

        // when
        memory.get("a", token -> checked(token, NOW));
        memory.get("a", token -> checked(token, NOW));

        // then
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void shouldRememberNothingWhenItMayNot() {
        // given
        TokenMemory memory = new TokenMemory(Duration.ZERO, Clock.fixed(NOW, ZoneOffset.UTC));

        // when
        memory.get("a", token -> checked(token, NOW.plusSeconds(60)));
        memory.get("a", token -> checked(token, NOW.plusSeconds(60)));

        // then
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void shouldCheckARefusedTokenAgain() {
        // given
        TokenMemory memory = new TokenMemory(Duration.ofMinutes(5), Clock.fixed(NOW, ZoneOffset.UTC));
        assertThatThrownBy(() -> memory.get("a", _ -> {
                    throw new RefusedTokenException(RefusalReason.KEYS_AWAY, "away");
                }))
                .isInstanceOf(RefusedTokenException.class);

        // when
        memory.get("a", token -> checked(token, NOW.plusSeconds(60)));

        // then
        assertThat(checks).isEqualTo(1);
    }

    private Jwt checked(String token, Instant end) {
        checks++;
        return Jwt.withTokenValue(token).header("alg", "ES256").expiresAt(end).build();
    }
}
