package io.refundtool.notifications.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids that depend on the delivery only: a message that has to be sent again after a crash, or an answer published again,
 * has the id it had before, so that whoever gets it twice can tell.
 */
public final class StableIds {
    private static final int BYTES = 16;

    private StableIds() {}

    /** The Message-ID of a delivery's mail, with the angle brackets that belong to it (RFC 5322, 3.6.4). */
    public static String messageId(DeliveryKey key, String domain) {
        return "<" + digest("message", key) + "@" + domain + ">";
    }

    /** The id of the event that tells of a delivery's end. */
    public static String eventId(DeliveryKey key) {
        return digest("answer", key);
    }

    /**
     * The id of the event that tells of a delivery's end once more, since another event announced the same status again. A
     * new id, because whoever announces again waits for an answer and knows the earlier one already.
     */
    public static String eventId(DeliveryKey key, String announcementId) {
        return digest("answer-again", key + "/" + announcementId);
    }

    private static String digest(String purpose, Object key) {
        try {
            byte[] whole =
                    MessageDigest.getInstance("SHA-256").digest((purpose + "/" + key).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
