package io.refundtool.sandbox.gateway;

import io.refundtool.embedded.TokenIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The tokens of everybody who calls the events bus, by keys that are made at start and are nowhere but in memory. May be
 * used by several threads.
 */
public final class Tokens {

    /** A token is used for half of its life: what is sent with it may wait for a while. */
    static final Duration USED_FOR = TokenIssuer.LIFETIME.dividedBy(2);

    private record Issued(String token, long atNanos) {}

    private final TokenIssuer issuer = new TokenIssuer();
    private final LongSupplier nanos;

    /** As many as there are countries, and a few. */
    private final Map<Sender, Issued> issued = new ConcurrentHashMap<>();

    public Tokens() {
        this(System::nanoTime);
    }

    /** Tokens that age by another clock. */
    Tokens(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A token that is good for some minutes more. */
    public String of(Sender sender) {
        Issued current =
                issued.compute(sender, (_, before) -> before == null || isOld(before) ? issue(sender) : before);
        return current.token();
    }

    private boolean isOld(Issued token) {
        return nanos.getAsLong() - token.atNanos() > USED_FOR.toNanos();
    }

    private Issued issue(Sender sender) {
        return new Issued(issuer.token(sender.name(), List.of(sender.writer())), nanos.getAsLong());
    }

    /** The JWK set by which they are checked. */
    public String publicKeys() {
        return issuer.publicKeys();
    }

    /** What makes the events bus take these tokens, as an argument of its command line. */
    public String gatewaySetting() {
        return issuer.gatewaySetting();
    }
}
