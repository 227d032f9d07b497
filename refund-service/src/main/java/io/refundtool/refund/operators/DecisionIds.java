package io.refundtool.refund.operators;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The event id of a decision that has a key: the same request always gives the same. */
final class DecisionIds {

    private static final String PREFIX = "decision-";
    private static final int BYTES = 16;

    private DecisionIds() {}

    /** Key, operator and refund, none of which holds a zero byte, make the id: another operator's key is another key. */
    static String of(DecisionRequest request, String key) {
        String whole = String.join("\0", request.orderId(), request.refundId(), request.operator(), key);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected every JDK to have SHA-256", e);
        }
    }
}
