package io.refundtool.fiscalization.atol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.fiscalization.application.AnswerQueue;
import io.refundtool.fiscalization.application.Told;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where ATOL Online tells results. Anybody can call it, so a callback is believed only if its uuid is one that ATOL
 * Online gave to us, and its external id and total are those of the receipt. The answer is sent after the commit.
 */
@RestController
public final class AtolCallbackController {
    private static final int MAX_BODY_BYTES = 65_536;
    private static final Duration COMMIT_WAIT = Duration.ofSeconds(10);

    private final AnswerReader reader;
    private final AnswerQueue answers;

    public AtolCallbackController(AnswerReader reader, AnswerQueue answers) {
        this.reader = reader;
        this.answers = answers;
    }

    @PostMapping("/atol/callback")
    ResponseEntity<ProblemDetail> callback(HttpServletRequest request) throws IOException, InterruptedException {
        byte[] body = request.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            return problem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "Expected a report of at most %d bytes, but it is larger".formatted(MAX_BODY_BYTES));
        }
        try {
            return record(reader.read(utf8(body)));
        } catch (IllegalArgumentException unreadable) {
            return problem(HttpStatus.BAD_REQUEST, String.valueOf(unreadable.getMessage()));
        }
    }

    private ResponseEntity<ProblemDetail> record(Told told) throws InterruptedException {
        try {
            return switch (answers.submit(told).get(COMMIT_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                case APPLIED, REPEATED, EARLY -> ResponseEntity.ok().build();
                case UNKNOWN -> problem(HttpStatus.NOT_FOUND, "Expected the uuid of a registration, but none has it");
                case CONTRADICTION ->
                    problem(HttpStatus.CONFLICT, "Expected a report of the receipt, but it contradicts it");
            };
        } catch (ExecutionException | TimeoutException notStored) {
            return problem(HttpStatus.SERVICE_UNAVAILABLE, "The report could not be stored; tell it again");
        }
    }

    private static String utf8(byte[] body) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException broken) {
            throw new IllegalArgumentException("Expected UTF-8, but the body is not", broken);
        }
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
