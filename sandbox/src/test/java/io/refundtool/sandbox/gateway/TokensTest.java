package io.refundtool.sandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.refundtool.events.EventType;
import io.refundtool.events.common.Country;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokensTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Tokens tokens = new Tokens(nanos::get);

    @Test
    void shouldNameTheDeploymentAndTheSystemItSpeaksFor() throws ParseException {
        // when
        String bob = tokens.of(Sender.of(EventType.BOB_REFUND_REQUESTED_V1, Country.DE));
        String payment = tokens.of(Sender.of(EventType.PAYMENT_MONEY_REFUNDED_V1, Country.DE));

        // then
        assertThat(claims(bob).getSubject()).isEqualTo("bob-de");
        assertThat(claims(bob).getStringListClaim("writers")).isEqualTo(List.of("bob"));
        assertThat(claims(payment).getSubject()).isEqualTo("payment");
        assertThat(claims(payment).getStringListClaim("writers")).isEqualTo(List.of("payment"));
    }

    @Test
    void shouldUseATokenForHalfOfItsLifeAndThenGetANewOne() {
        // given
        Sender sender = Sender.visitor("bob");
        String first = tokens.of(sender);

        // when // then
        nanos.addAndGet(Tokens.USED_FOR.toNanos());
        assertThat(tokens.of(sender)).isEqualTo(first);
        nanos.incrementAndGet();
        assertThat(tokens.of(sender)).isNotEqualTo(first);
    }

    private static JWTClaimsSet claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }
}
