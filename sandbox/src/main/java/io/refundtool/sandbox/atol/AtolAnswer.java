package io.refundtool.sandbox.atol;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer over HTTP, if there is one. */
sealed interface AtolAnswer {

    int OK = 200;

    /** As the protocol has it. */
    record Json(int http, Map<String, @Nullable Object> body) implements AtolAnswer {}

    /** From somebody in between who does not know the protocol. */
    record Page(int http) implements AtolAnswer {}

    /** None: the connection is closed after a time. */
    record Silence(Duration held) implements AtolAnswer {}

    static Json ok(Map<String, @Nullable Object> body) {
        return new Json(OK, body);
    }

    static Json failed(AtolError error) {
        return of(error, "fail", null);
    }

    static Json notJson() {
        return failed(AtolError.invalid("JSON expected"));
    }

    static Json of(AtolError error, String status, @Nullable String uuid) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("uuid", uuid);
        body.put("status", status);
        body.put("error", error.json());
        return new Json(error.http(), body);
    }
}
