package io.refundtool.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.EventCodec;
import io.refundtool.events.EventType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What two events have in common that say the same: SHA-256 over the type's name and the event's canonical JSON. An id
 * that comes again with another digest is a conflict, since one of the two events is wrong.
 */
public final class ContentDigest {

    private ContentDigest() {}

    /**
     * The digest, 32 bytes.
     *
     * @param data as {@link EventCodec#write} writes it
     */
    public static byte[] of(EventType type, byte[] data) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(type.wireName().getBytes(UTF_8));
            return digest.digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected every JDK to have SHA-256", e);
        }
    }
}
