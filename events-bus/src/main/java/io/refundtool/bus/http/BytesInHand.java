package io.refundtool.bus.http;

import io.refundtool.bus.publish.BatchLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Bounds the bodies that all requests have in memory together, however many wait for Kafka: a request that finds no room
 * is turned away before anything of it is read.
 */
final class BytesInHand {

    /** What becomes of a request that may be large. */
    sealed interface Admission {

        /** The whole body; to be closed when nothing of it is needed any more. */
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Admitted(byte[] body, Runnable release) implements Admission, AutoCloseable {

            @Override
            public void close() {
                release.run();
            }
        }

        /** More than the caller may send. */
        record TooLarge() implements Admission {}

        /** Other requests take all the room. */
        record NoRoom() implements Admission {}
    }

    private static final int UNIT_BYTES = 1_024;

    private final Semaphore units;

    /** @param maxBytes of all bodies together; at least one body of the largest size */
    BytesInHand(long maxBytes) {
        if (maxBytes < BatchLimits.MAX_BODY_BYTES) {
            throw new IllegalArgumentException(
                    "Expected refundtool.bus.max-bytes-in-hand to be at least %d, but it is %d"
                            .formatted(BatchLimits.MAX_BODY_BYTES, maxBytes));
        }
        units = new Semaphore(Math.toIntExact(maxBytes / UNIT_BYTES + 1));
    }

    /**
     * Reads the body, but never more than a limit and one byte.
     *
     * @param maxBytes at most {@link BatchLimits#MAX_BODY_BYTES}
     */
    Admission admit(HttpServletRequest request, int maxBytes) throws IOException {
        long length = request.getContentLengthLong();
        if (length > maxBytes) {
            return new Admission.TooLarge();
        }
        int taken = (int) (length < 0 ? maxBytes : length) / UNIT_BYTES + 1;
        if (!units.tryAcquire(taken)) {
            return new Admission.NoRoom();
        }
        boolean admitted = false;
        try {
            byte[] body = request.getInputStream().readNBytes(maxBytes + 1);
            admitted = body.length <= maxBytes;
            return admitted ? new Admission.Admitted(body, () -> units.release(taken)) : new Admission.TooLarge();
        } finally {
            if (!admitted) {
                units.release(taken);
            }
        }
    }
}
