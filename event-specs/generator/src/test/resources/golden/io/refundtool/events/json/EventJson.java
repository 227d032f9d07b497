// Generated from the specs: change them, not this file.
package io.refundtool.events.json;

import io.refundtool.events.Event;
import io.refundtool.events.EventType;
import io.refundtool.events.shop.ShopEvent;

/** Reads and writes the JSON of every event. */
final class EventJson {

    private EventJson() {}

    static Event read(JsonInput in, EventType type) {
        return switch (type) {
            case SHOP_ORDER_PLACED_V1 -> ShopJson.readOrderPlaced(in);
            case SHOP_ORDER_PACKED_V1 -> ShopJson.readOrderPacked(in);
            case SHOP_ORDER_PACKED_V2 -> ShopJson.readOrderPackedV2(in);
        };
    }

    static void write(JsonOutput out, Event event) {
        switch (event) {
            case ShopEvent it -> ShopJson.writeShopEvent(out, it);
            default -> throw new IllegalArgumentException(
                    "Expected to write an event that has a spec, but it is a " + event.getClass().getName());
        }
    }
}
