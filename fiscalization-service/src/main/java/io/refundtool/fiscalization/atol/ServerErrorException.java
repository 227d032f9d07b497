package io.refundtool.fiscalization.atol;

import io.refundtool.fiscalization.application.RegisterAnswer;
import java.io.IOException;
import java.io.Serial;

/** HTTP 5xx with a readable answer: a failure for the circuit breaker, and an answer for the receipt. */
final class ServerErrorException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient RegisterAnswer answer;

    ServerErrorException(RegisterAnswer answer) {
        super("ATOL Online answered HTTP 5xx");
        this.answer = answer;
    }

    RegisterAnswer answer() {
        return answer;
    }
}
