package io.refundtool.bus.pages;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** Gives an answer the form that the request prefers; only that one is made. */
final class Answers {

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** The pages bring their style along and need nothing else, so nothing else may be loaded into them. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Pages pages;

    Answers(Pages pages) {
        this.pages = pages;
    }

    ResponseEntity<Object> of(
            @Nullable String accept, Supplier<Object> json, String page, Supplier<Map<String, Object>> model)
            throws HttpMediaTypeNotAcceptableException {
        return switch (Representation.preferredBy(accept)) {
            case JSON ->
                ResponseEntity.ok()
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(json.get());
            case PAGE -> page(ResponseEntity.ok(), page, model.get());
        };
    }

    /** A problem as it is for programs, and its sentences on a page for people. */
    ResponseEntity<Object> problem(@Nullable String accept, ResponseEntity<Object> problem)
            throws HttpMediaTypeNotAcceptableException {
        return Representation.preferredBy(accept) == Representation.PAGE
                        && problem.getBody() instanceof ProblemDetail detail
                ? page(ResponseEntity.status(problem.getStatusCode()), "problem", Map.of("problem", detail))
                : problem;
    }

    private ResponseEntity<Object> page(ResponseEntity.BodyBuilder answer, String page, Map<String, Object> model) {
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", POLICY)
                .contentType(PAGE)
                .body(pages.render(page, model));
    }
}
