package io.refundtool.sandbox.gateway;

import io.refundtool.embedded.TokenIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens of everybody who calls the events bus, by keys that are made at start and are nowhere but in memory. May be
 * used by several threads.
 */
public final class Tokens {

    /** A token is used for half of its life: what is sent with it may wait for a while. */
    private static final Duration USED_FOR = TokenIssuer.LIFETIME.dividedBy(2);

    private record Issued(String token, long atNanos) {

        boolean old() {
            return System.nanoTime() - atNanos > USED_FOR.toNanos();
        }
    }

    private final TokenIssuer issuer = new TokenIssuer();

    /** As many as there are countries, and a few. */
    private final Map<Sender, Issued> issued = new ConcurrentHashMap<>();

    /** A token that is good for some minutes more. */
    public String of(Sender sender) {
        Issued current = issued.compute(sender, (_, before) -> before == null || before.old() ? issue(sender) : before);
        return current.token();
    }

    private Issued issue(Sender sender) {
        return new Issued(issuer.token(sender.name(), List.of(sender.writer())), System.nanoTime());
    }

    /** What makes the events bus take these tokens, as an argument of its command line. */
    public String gatewaySetting() {
        return issuer.gatewaySetting();
    }
}
