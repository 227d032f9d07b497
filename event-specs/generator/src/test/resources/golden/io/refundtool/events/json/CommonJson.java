// Generated from the specs: change them, not this file.
package io.refundtool.events.json;

import io.refundtool.events.common.Buyer;
import io.refundtool.events.common.Item;

/** Reads and writes the JSON of the common records. */
public final class CommonJson {

    private CommonJson() {}

    public static Buyer readBuyer(JsonInput in) {
        String email = null;
        in.object();
        while (in.nextProperty()) {
            switch (in.property()) {
                case "email" -> email = in.text();
                default -> in.unknownProperty();
            }
        }
        return new Buyer(
                email);
    }

    public static void writeBuyer(JsonOutput out, Buyer value) {
        out.begin();
        out.text("email", value.email());
        out.end();
    }

    public static Item readItem(JsonInput in) {
        String name = null;
        Long grams = null;
        in.object();
        while (in.nextProperty()) {
            switch (in.property()) {
                case "name" -> name = in.text();
                case "grams" -> grams = in.int64();
                default -> in.unknownProperty();
            }
        }
        return new Item(
                in.required("name", name),
                in.required("grams", grams));
    }

    public static void writeItem(JsonOutput out, Item value) {
        out.begin();
        out.text("name", value.name());
        out.number("grams", value.grams());
        out.end();
    }
}
