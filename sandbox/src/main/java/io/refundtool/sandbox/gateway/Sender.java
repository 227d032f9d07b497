package io.refundtool.sandbox.gateway;

import io.refundtool.events.EventType;
import io.refundtool.events.common.Country;
import java.util.Locale;

/**
 * Who calls the events bus: Payment, or BOB's deployment of a country.
 *
 * @param name what its token calls it, such as bob-de
 * @param writer the system it speaks for, as topics.yaml names it
 */
public record Sender(String name, String writer) {

    private static final String BOB = "bob";

    /** Whoever says such a thing about a refund of that country. */
    public static Sender of(EventType type, Country country) {
        String writer = type.topic().writer();
        return new Sender(writer.equals(BOB) ? BOB + "-" + country.wire().toLowerCase(Locale.ROOT) : writer, writer);
    }

    /** A person who tries something out in the name of a system. */
    public static Sender visitor(String writer) {
        return new Sender("visitor-" + writer, writer);
    }
}
