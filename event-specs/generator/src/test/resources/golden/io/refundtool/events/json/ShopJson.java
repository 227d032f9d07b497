// Generated from the specs: change them, not this file.
package io.refundtool.events.json;

import io.refundtool.events.common.Buyer;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.Item;
import io.refundtool.events.common.Kind;
import io.refundtool.events.shop.OrderPacked;
import io.refundtool.events.shop.OrderPackedV2;
import io.refundtool.events.shop.OrderPlaced;
import io.refundtool.events.shop.ShopEvent;
import java.time.Instant;
import java.util.List;

/** Reads and writes the JSON of the events of Shop. */
public final class ShopJson {

    private ShopJson() {}

    public static void writeShopEvent(JsonOutput out, ShopEvent event) {
        switch (event) {
            case OrderPlaced it -> writeOrderPlaced(out, it);
            case OrderPacked it -> writeOrderPacked(out, it);
            case OrderPackedV2 it -> writeOrderPackedV2(out, it);
        }
    }

    public static OrderPlaced readOrderPlaced(JsonInput in) {
        String orderId = null;
        String refundId = null;
        Country country = null;
        Instant placedAt = null;
        Buyer buyer = null;
        List<Item> items = null;
        Integer quantity = null;
        Long weight = null;
        List<String> tags = null;
        List<Integer> counts = null;
        List<Instant> moments = null;
        List<Kind> kinds = null;
        Kind kind = null;
        Instant seenAt = null;
        in.object();
        while (in.nextProperty()) {
            switch (in.property()) {
                case "orderId" -> orderId = in.text();
                case "refundId" -> refundId = in.text();
                case "country" -> country = in.choice(Country::of);
                case "placedAt" -> placedAt = in.time();
                case "buyer" -> buyer = CommonJson.readBuyer(in);
                case "items" -> items = in.list(CommonJson::readItem);
                case "quantity" -> quantity = in.int32();
                case "weight" -> weight = in.int64();
                case "tags" -> tags = in.list(JsonInput::text);
                case "counts" -> counts = in.list(JsonInput::int32);
                case "moments" -> moments = in.list(JsonInput::time);
                case "kinds" -> kinds = in.list(element -> element.choice(Kind::of));
                case "kind" -> kind = in.choice(Kind::of);
                case "seenAt" -> seenAt = in.time();
                default -> in.unknownProperty();
            }
        }
        return new OrderPlaced(
                in.required("orderId", orderId),
                in.required("refundId", refundId),
                in.required("country", country),
                in.required("placedAt", placedAt),
                buyer,
                in.required("items", items),
                in.required("quantity", quantity),
                weight,
                tags,
                counts,
                moments,
                kinds,
                kind,
                seenAt);
    }

    public static void writeOrderPlaced(JsonOutput out, OrderPlaced event) {
        out.begin();
        out.text("orderId", event.orderId());
        out.text("refundId", event.refundId());
        out.choice("country", event.country());
        out.time("placedAt", event.placedAt());
        out.object("buyer", event.buyer(), CommonJson::writeBuyer);
        out.list("items", event.items(), CommonJson::writeItem);
        out.number("quantity", event.quantity());
        out.number("weight", event.weight());
        out.list("tags", event.tags(), JsonOutput::textElement);
        out.list("counts", event.counts(), JsonOutput::numberElement);
        out.list("moments", event.moments(), JsonOutput::timeElement);
        out.list("kinds", event.kinds(), JsonOutput::choiceElement);
        out.choice("kind", event.kind());
        out.time("seenAt", event.seenAt());
        out.end();
    }

    public static OrderPacked readOrderPacked(JsonInput in) {
        String orderId = null;
        String refundId = null;
        Country country = null;
        Instant placedAt = null;
        Instant seenAt = null;
        in.object();
        while (in.nextProperty()) {
            switch (in.property()) {
                case "orderId" -> orderId = in.text();
                case "refundId" -> refundId = in.text();
                case "country" -> country = in.choice(Country::of);
                case "placedAt" -> placedAt = in.time();
                case "seenAt" -> seenAt = in.time();
                default -> in.unknownProperty();
            }
        }
        return new OrderPacked(
                in.required("orderId", orderId),
                in.required("refundId", refundId),
                in.required("country", country),
                in.required("placedAt", placedAt),
                seenAt);
    }

    public static void writeOrderPacked(JsonOutput out, OrderPacked event) {
        out.begin();
        out.text("orderId", event.orderId());
        out.text("refundId", event.refundId());
        out.choice("country", event.country());
        out.time("placedAt", event.placedAt());
        out.time("seenAt", event.seenAt());
        out.end();
    }

    public static OrderPackedV2 readOrderPackedV2(JsonInput in) {
        String orderId = null;
        String refundId = null;
        Country country = null;
        Instant placedAt = null;
        Instant seenAt = null;
        in.object();
        while (in.nextProperty()) {
            switch (in.property()) {
                case "orderId" -> orderId = in.text();
                case "refundId" -> refundId = in.text();
                case "country" -> country = in.choice(Country::of);
                case "placedAt" -> placedAt = in.time();
                case "seenAt" -> seenAt = in.time();
                default -> in.unknownProperty();
            }
        }
        return new OrderPackedV2(
                in.required("orderId", orderId),
                in.required("refundId", refundId),
                in.required("country", country),
                in.required("placedAt", placedAt),
                seenAt);
    }

    public static void writeOrderPackedV2(JsonOutput out, OrderPackedV2 event) {
        out.begin();
        out.text("orderId", event.orderId());
        out.text("refundId", event.refundId());
        out.choice("country", event.country());
        out.time("placedAt", event.placedAt());
        out.time("seenAt", event.seenAt());
        out.end();
    }
}
