package io.refundtool.fiscalization.atol;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.refundtool.fiscalization.application.FiscalRegister;
import io.refundtool.fiscalization.application.RegisterAnswer;
import io.refundtool.fiscalization.application.RegistrationRequest;
import io.refundtool.fiscalization.application.ReportRequest;
import io.refundtool.fiscalization.domain.Answer;
import io.refundtool.fiscalization.domain.ErrorVerdict;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * ATOL Online behind a circuit breaker and the group's rate limit. An answer with an error code is an answer; the
 * breaker counts silence, unreadable answers and HTTP 5xx.
 */
public final class AtolClient implements FiscalRegister {
    /** How often a request is repeated with a new token before the refusal is taken for an answer. */
    private static final int MAX_TOKEN_RENEWALS = 2;

    private static final int SERVER_ERROR = 500;

    private final AtolHttp http;
    private final AtolSettings settings;
    private final CircuitBreaker breaker;
    private final RateLimiter rate;
    private final TokenSource tokens;
    private final AnswerReader reader;

    public AtolClient(
            AtolHttp http, AtolSettings settings, CircuitBreaker breaker, RateLimiter rate, AnswerReader reader) {
        this.http = http;
        this.settings = settings;
        this.breaker = breaker;
        this.rate = rate;
        this.tokens = new TokenSource(http, settings);
        this.reader = reader;
    }

    @FunctionalInterface
    private interface Request {
        AtolHttp.Reply send(String token) throws IOException, InterruptedException;
    }

    @Override
    public RegisterAnswer register(RegistrationRequest request) {
        if (!rate.acquirePermission()) {
            return RegisterAnswer.none(new Answer.NotSent("The rate limit of the cash registers left no room"));
        }
        byte[] body =
                AtolJson.MAPPER.writeValueAsBytes(ReceiptJson.of(request, settings.callbackUrl(), settings.zone()));
        return guarded(
                token -> http.post(
                        request.groupCode() + "/" + request.operation().wire(), token, body),
                reader::registration,
                MAX_TOKEN_RENEWALS);
    }

    @Override
    public RegisterAnswer report(ReportRequest request) {
        // No repetition after a new token: the pace of reports is not ours to exceed.
        return guarded(token -> http.get(request.groupCode() + "/report/" + request.uuid(), token), reader::report, 0);
    }

    @Override
    public boolean reachable() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> false;
            case CLOSED, HALF_OPEN, DISABLED, METRICS_ONLY -> true;
        };
    }

    @Override
    public boolean credentialsAccepted() {
        tokens.forgetRefusal();
        try {
            return tokens.get() instanceof TokenSource.Result.Token;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private RegisterAnswer guarded(Request request, Function<AtolHttp.Reply, RegisterAnswer> read, int renewals) {
        if (!breaker.tryAcquirePermission()) {
            return RegisterAnswer.none(new Answer.NotSent("The circuit breaker is open"));
        }
        long start = System.nanoTime();
        try {
            RegisterAnswer answer = withToken(request, read, renewals);
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return answer;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            breaker.releasePermission();
            return RegisterAnswer.none(new Answer.Unanswered("Interrupted"));
        } catch (ServerErrorException failed) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, failed);
            return failed.answer();
        } catch (IOException | IllegalArgumentException unusable) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, unusable);
            return RegisterAnswer.none(new Answer.Unanswered(describe(unusable)));
        }
    }

    private RegisterAnswer withToken(Request request, Function<AtolHttp.Reply, RegisterAnswer> read, int renewals)
            throws IOException, InterruptedException {
        for (int attempt = 0; ; attempt++) {
            switch (tokens.get()) {
                case TokenSource.Result.Refused refused -> {
                    return RegisterAnswer.none(new Answer.Refused(refused.error()));
                }
                case TokenSource.Result.Token token -> {
                    RegisterAnswer answer = send(request, read, token.value());
                    if (!refusesToken(answer)) {
                        return answer;
                    }
                    tokens.refused(token.value());
                    if (attempt == renewals) {
                        return answer;
                    }
                }
            }
        }
    }

    private static RegisterAnswer send(Request request, Function<AtolHttp.Reply, RegisterAnswer> read, String token)
            throws IOException, InterruptedException {
        AtolHttp.Reply reply = request.send(token);
        RegisterAnswer answer = read.apply(reply);
        if (reply.status() >= SERVER_ERROR) {
            throw new ServerErrorException(answer);
        }
        return answer;
    }

    private static boolean refusesToken(RegisterAnswer answer) {
        return answer.answer() instanceof Answer.Refused refused
                && ErrorVerdict.of(refused.error()) == ErrorVerdict.RENEW_TOKEN;
    }

    private static String describe(Exception failure) {
        return failure instanceof IllegalArgumentException
                ? String.valueOf(failure.getMessage())
                : "No answer: " + failure.getClass().getSimpleName();
    }
}
