package io.refundtool.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.common.Channel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientTest {

    @ParameterizedTest
    @CsvSource({
        "EMAIL, ann.smith@example.com, a…@example.com",
        "EMAIL, a@b, a…@b",
        "EMAIL, 😀x@example.com, 😀…@example.com",
        "SMS, +4915112345678, …78",
        "PUSH, customer-1, …"
    })
    void shouldBeShownMasked(Channel channel, String address, String masked) {
        // given
        Recipient recipient = new Recipient(channel, address);

        // then
        assertThat(recipient.masked()).isEqualTo(masked);
        assertThat(recipient.toString()).isEqualTo(channel.wire() + ":" + masked);
    }
}
