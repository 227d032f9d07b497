package io.refundtool.sandbox.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Chance that can be repeated: a number made of a seed and of what it is for, and of nothing else. Neither the order in
 * which threads ask nor how often they ask has a part in it.
 */
final class Dice {

    private static final int FRACTION_BITS = 53;

    private Dice() {}

    /** From 0, and less than 1. */
    static double share(long seed, String purpose, Object... key) {
        return (roll(seed, purpose, key) >>> (Long.SIZE - FRACTION_BITS)) * 0x1.0p-53;
    }

    private static long roll(long seed, String purpose, Object... key) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
        add(digest, purpose);
        for (Object part : key) {
            add(digest, part.toString());
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** With its length, so that no two keys make the same bytes. */
    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
