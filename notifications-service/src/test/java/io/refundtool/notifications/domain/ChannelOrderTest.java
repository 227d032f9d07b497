package io.refundtool.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.refundtool.events.common.Channel;
import io.refundtool.events.common.Customer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelOrderTest {
    private static final Customer EVERYWHERE = new Customer("c-1", null, "ann@example.com", "+4915112345678");
    private static final Customer PHONE_ONLY = new Customer(null, null, null, "+4915112345678");
    private static final Customer NOBODY = new Customer(null, null, null, null);

    private final ChannelOrder order = new ChannelOrder(List.of(Channel.PUSH, Channel.EMAIL, Channel.SMS));

    @Test
    void shouldFollowTheConfiguredOrder() {
        assertThat(order.first(EVERYWHERE)).contains(new Recipient(Channel.PUSH, "c-1"));
        assertThat(order.after(Channel.PUSH, EVERYWHERE)).contains(new Recipient(Channel.EMAIL, "ann@example.com"));
        assertThat(order.after(Channel.SMS, EVERYWHERE)).isEmpty();
    }

    @Test
    void shouldSkipChannelsWithoutAnAddress() {
        assertThat(order.first(PHONE_ONLY)).contains(new Recipient(Channel.SMS, "+4915112345678"));
    }

    @Test
    void shouldReachNobodyWithoutAnAddressOrAProvider() {
        assertThat(order.first(NOBODY)).isEmpty();
        assertThat(new ChannelOrder(List.of(Channel.EMAIL)).first(PHONE_ONLY)).isEmpty();
    }

    @Test
    void shouldEndAfterAChannelThatIsNoLongerUsed() {
        assertThat(new ChannelOrder(List.of(Channel.EMAIL)).after(Channel.SMS, EVERYWHERE))
                .isEmpty();
    }

    @Test
    void shouldRefuseAChannelNamedTwice() {
        assertThatThrownBy(() -> new ChannelOrder(List.of(Channel.SMS, Channel.SMS)))
                .hasMessageStartingWith("Expected every channel once");
    }
}
