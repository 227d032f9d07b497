package io.refundtool.messaging.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What headers say about an operator's request. */
public final class OperatorHeaders {

    /**
     * Who decides. The proxy in front of the service authenticates the operator and sets it; one that a client sets by
     * itself has to be removed there.
     */
    public static final String OPERATOR = "X-Operator";

    /** The same key of the same operator for the same refund means the same decision. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    public static final String TRACEPARENT = "traceparent";

    private OperatorHeaders() {}

    /** The operator's name, which Tomcat reads as ISO 8859-1, though a proxy may well write UTF-8. */
    public static String operator(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new BadParameterException(
                    "Expected header %s to name who decides, but it is missing".formatted(OPERATOR));
        }
        byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .strip();
        } catch (CharacterCodingException e) {
            return header.strip();
        }
    }
}
