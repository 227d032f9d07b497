package io.refundtool.sandbox.audit;

import io.refundtool.events.common.RefundStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a refund, as far as everybody must say the same.
 *
 * @param status its wire name, or why there is none
 * @param code why it was rejected or is on hold, if it is
 * @param receiptNumbers fiscal document numbers
 */
public record View(String status, @Nullable String code, List<String> receiptNumbers) {

    /** Somebody who does not answer as expected. */
    static View unknown(String why) {
        return new View(why, null, List.of());
    }

    /**
     * Whether it is the same. A receipt that came while the refund is on hold is kept and told with what follows, so until
     * then not everybody knows of it.
     */
    boolean agreesWith(View other) {
        return status.equals(other.status)
                && Objects.equals(code, other.code)
                && (status.equals(RefundStatus.ON_HOLD.wire()) || receiptNumbers.equals(other.receiptNumbers));
    }

    @Override
    public String toString() {
        return status
                + (code == null ? "" : " because of " + code)
                + (receiptNumbers.isEmpty() ? "" : " with receipts " + String.join(", ", receiptNumbers));
    }
}
