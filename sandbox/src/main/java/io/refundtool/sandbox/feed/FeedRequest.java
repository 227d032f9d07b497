package io.refundtool.sandbox.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.EventCodec;
import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.CapturedPayment;
import io.refundtool.events.common.CurrencyCode;
import io.refundtool.events.common.RequestedLine;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that BOB will announce.
 *
 * @param event what it says
 * @param attributed false when nobody knows the order; then the event's order id is a stand-in that is not sent
 */
public record FeedRequest(RefundRequested event, boolean attributed) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Empty when nobody knows the order. */
    public String orderId() {
        return attributed ? event.orderId() : "";
    }

    public String refundId() {
        return event.refundId();
    }

    public CurrencyCode currency() {
        return event.order().currency();
    }

    /** What is asked for, in minor units. */
    public long amountMinor() {
        return event.lines().stream().mapToLong(RequestedLine::amountMinor).sum();
    }

    /** What was captured for the order, in minor units. */
    public long capturedMinor() {
        return event.order().payments().stream()
                .mapToLong(CapturedPayment::amountMinor)
                .sum();
    }

    /** The event's JSON; made when it is sent, since an export has more of it than memory. */
    public byte[] data() {
        byte[] json = EventCodec.write(event);
        if (attributed) {
            return json;
        }
        ObjectNode tree = (ObjectNode) JSON.readTree(json);
        return JSON.writeValueAsBytes(tree.put("orderId", ""));
    }

    /** The event's id: the same whenever the same refund is asked for, so that what follows can be made again. */
    public String eid() {
        String name = "refund-requested " + orderId() + " " + refundId();
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }

    /** Requests of one order are in one lane. */
    public String laneKey() {
        return attributed ? event.orderId() : event.refundId();
    }
}
