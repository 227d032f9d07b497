package io.refundtool.fiscalization.atol;

import io.refundtool.fiscalization.domain.FiscalError;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token that all requests share. It is renewed a while before its end, and when ATOL Online refuses it; of many
 * requests that meet a refused token, one renews it. Refused credentials are not tried again at once.
 */
final class TokenSource {
    private static final Logger LOG = LoggerFactory.getLogger(TokenSource.class);
    private static final Duration RENEW_BEFORE_END = Duration.ofMinutes(30);
    private static final Duration REFUSAL_HOLDS = Duration.ofSeconds(10);

    private final AtolHttp http;
    private final AtolSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Result current;
    private long renewAtNanos;

    TokenSource(AtolHttp http, AtolSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** A token, or why there is none. */
    sealed interface Result {
        record Token(String value) implements Result {
            @Override
            public String toString() {
                return "Token[...]";
            }
        }

        record Refused(FiscalError error) implements Result {}
    }

    /**
     * The token, or why there is none now.
     *
     * @throws IOException if ATOL Online gave no usable answer
     */
    Result get() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            Result known = current;
            if (known == null || System.nanoTime() - renewAtNanos >= 0) {
                known = fetch();
                current = known;
                Duration holds = known instanceof Result.Token ? tokenHolds() : REFUSAL_HOLDS;
                renewAtNanos = System.nanoTime() + holds.toNanos();
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** The token was refused; if it is still the current one, the next request gets a new one. */
    void refused(String token) {
        lock.lock();
        try {
            if (current instanceof Result.Token held && held.value().equals(token)) {
                current = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a refusal, so that the credentials are tried again now. */
    void forgetRefusal() {
        lock.lock();
        try {
            if (current instanceof Result.Refused) {
                current = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private Duration tokenHolds() {
        Duration early = settings.tokenLifetime().minus(RENEW_BEFORE_END);
        return early.isPositive() ? early : settings.tokenLifetime().dividedBy(2);
    }

    private Result fetch() throws IOException, InterruptedException {
        byte[] body = AtolJson.MAPPER.writeValueAsBytes(Map.of("login", settings.login(), "pass", settings.password()));
        AtolHttp.Reply reply = http.post("getToken", null, body);
        AtolJson.TokenAnswer answer = read(reply);
        @Nullable String token = answer.token();
        FiscalError error = AnswerReader.error(answer.error());
        if (error != null) {
            return new Result.Refused(error);
        }
        if (token == null || !token.matches("[\\x21-\\x7E]+")) {
            throw new IOException("getToken answered HTTP %d without a token".formatted(reply.status()));
        }
        LOG.debug("Got a new token of ATOL Online");
        return new Result.Token(token);
    }

    private static AtolJson.TokenAnswer read(AtolHttp.Reply reply) throws IOException {
        try {
            return AtolJson.read(reply.text(), AtolJson.TokenAnswer.class);
        } catch (IllegalArgumentException broken) {
            throw new IOException("getToken answered HTTP %d without ATOL's JSON".formatted(reply.status()), broken);
        }
    }
}
