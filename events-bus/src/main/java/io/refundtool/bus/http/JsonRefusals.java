package io.refundtool.bus.http;

import io.refundtool.bus.security.Caller;
import io.refundtool.bus.security.RefusalAnswers;
import io.refundtool.bus.security.RefusalLog;
import io.refundtool.bus.security.RefusalReason;
import io.refundtool.bus.security.RefusedTokenException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives the refusals that no controller sees the form of all other problems; RFC 6750 says what 401 tells in a header. */
@Component
final class JsonRefusals implements RefusalAnswers {

    private static final String MISSING = "Expected a bearer token in the header Authorization, but there is none";
    private static final String MALFORMED =
            "Expected one bearer token in the header Authorization, but the header cannot be read as one";
    private static final String STRANGE = "Expected a plain address and plain headers, but something in them is encoded"
            + " twice, not normalised or not printable";
    private static final Duration UNTIL_KEYS_ARE_TRIED_AGAIN = Duration.ofSeconds(30);

    private final RefusalLog refusals;
    private final JsonMapper json;

    JsonRefusals(RefusalLog refusals, JsonMapper json) {
        this.refusals = refusals;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e.getCause() instanceof RefusedTokenException refused) {
            refuse(response, refused);
        } else if (e instanceof OAuth2AuthenticationException) {
            unauthenticated(response, RefusalReason.MALFORMED_HEADER, MALFORMED);
        } else {
            refusals.unauthenticated(RefusalReason.NO_TOKEN);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            write(response, Problem.UNAUTHENTICATED.detail(MISSING));
        }
    }

    private void refuse(HttpServletResponse response, RefusedTokenException refused) throws IOException {
        String sentence = String.valueOf(refused.getMessage());
        if (refused.reason() == RefusalReason.KEYS_AWAY) {
            refusals.unauthenticated(RefusalReason.KEYS_AWAY);
            retryAfter(response, UNTIL_KEYS_ARE_TRIED_AGAIN);
            write(response, Problem.KEYS_AWAY.detail(sentence));
        } else {
            unauthenticated(response, refused.reason(), sentence);
        }
    }

    private void unauthenticated(HttpServletResponse response, RefusalReason reason, String sentence)
            throws IOException {
        refusals.unauthenticated(reason);
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer error=\"invalid_token\", error_description=\"%s\"".formatted(sentence));
        write(response, Problem.UNAUTHENTICATED.detail(sentence));
    }

    @Override
    public void tooManyRequests(HttpServletRequest request, HttpServletResponse response, Caller caller, Duration wait)
            throws IOException {
        refusals.tooManyRequests(caller);
        retryAfter(response, wait);
        write(
                response,
                Problem.TOO_MANY_REQUESTS.detail("Expected at most %d requests of %s in %s, but there are more"
                        .formatted(
                                caller.limits().requests(),
                                caller.name(),
                                caller.limits().per())));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        refusals.unauthenticated(RefusalReason.STRANGE_REQUEST);
        write(response, Problem.STRANGE_REQUEST.detail(STRANGE));
    }

    private static void retryAfter(HttpServletResponse response, Duration wait) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
