package io.refundtool.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.RefundStatus;
import org.junit.jupiter.api.Test;

class StableIdsTest {
    private static final DeliveryKey KEY = new DeliveryKey("o-1", "r-1", RefundStatus.FISCALIZED);

    @Test
    void shouldStayTheSameForEver() {
        // A changed id would let the customer get a message twice that was being sent during the update.
        assertThat(StableIds.messageId(KEY, "shop.example"))
                .isEqualTo("<8711275678b16aeb276bbc330d9dc052@shop.example>");
        assertThat(StableIds.eventId(KEY)).isEqualTo("ca70c9e7eaa2b1185fbcc2c2937ab1a6");
    }

    @Test
    void shouldDifferForEveryFurtherAnnouncement() {
        assertThat(StableIds.eventId(KEY, "announced-2"))
                .isEqualTo(StableIds.eventId(KEY, "announced-2"))
                .isNotEqualTo(StableIds.eventId(KEY, "announced-3"))
                .isNotEqualTo(StableIds.eventId(KEY));
    }

    @Test
    void shouldDifferForEveryRefundAndStatus() {
        assertThat(StableIds.eventId(KEY))
                .isNotEqualTo(StableIds.eventId(new DeliveryKey("o-1", "r-2", RefundStatus.FISCALIZED)))
                .isNotEqualTo(StableIds.eventId(new DeliveryKey("o-2", "r-1", RefundStatus.FISCALIZED)))
                .isNotEqualTo(StableIds.eventId(new DeliveryKey("o-1", "r-1", RefundStatus.REJECTED)));
    }
}
