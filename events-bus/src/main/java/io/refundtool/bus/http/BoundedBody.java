package io.refundtool.bus.http;

import io.refundtool.bus.publish.BatchLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** Reads a request's body, but never more than {@link BatchLimits#MAX_BODY_BYTES} and one byte. */
final class BoundedBody {

    private BoundedBody() {}

    /** The body, or nothing when it is too large. */
    static Optional<byte[]> read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > BatchLimits.MAX_BODY_BYTES) {
            return Optional.empty();
        }
        byte[] body = request.getInputStream().readNBytes(BatchLimits.MAX_BODY_BYTES + 1);
        return body.length > BatchLimits.MAX_BODY_BYTES ? Optional.empty() : Optional.of(body);
    }
}
