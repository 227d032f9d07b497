package io.refundtool.specs.generator.compat;

import io.refundtool.specs.generator.model.Compatibility;
import java.util.Locale;
import java.util.Set;

/**
 * What can change between two editions of the same version, and under which modes it may.
 *
 * <p>Under {@code compatible} readers and writers of either edition understand each other. Under {@code forward} readers
 * of the released edition understand the new one, while writers, and readers of what was written before, have to follow.
 * The table in {@code docs/changing-events.md} is this one; a test compares them.
 */
public enum Rule {
    OPTIONAL_ADDED("readers skip a property that they do not know", Compatibility.values()),
    REQUIRED_ADDED("events of the release do not have it", Compatibility.FORWARD, Compatibility.NONE),
    BECAME_REQUIRED("events of the release may be without it", Compatibility.FORWARD, Compatibility.NONE),
    BECAME_OPTIONAL("readers of the release refuse an event without it", Compatibility.NONE),
    PROPERTY_REMOVED("readers of the release miss it, and the gateway refuses events that have it", Compatibility.NONE),
    TYPE_CHANGED("readers of the release refuse the new one", Compatibility.NONE),
    LIMIT_WIDENED("readers of the release refuse what is beyond the limit they know", Compatibility.NONE),
    LIMIT_NARROWED("events of the release may be beyond it", Compatibility.NONE),
    PATTERN_CHANGED("readers of the release refuse texts that the new pattern may let pass", Compatibility.NONE),
    VALUE_ADDED("readers of the release refuse a value that they do not know", Compatibility.NONE),
    VALUE_REMOVED("events of the release may have it", Compatibility.NONE),
    EVENT_REMOVED("it may go only on the sunset that the release announced", Compatibility.NONE),
    EVENT_MOVED("readers of the release look for it in the topic that it was in", Compatibility.NONE),
    MODE_LOOSENED("readers and writers were promised the stricter one"),
    SUNSET_ADVANCED("writers were promised the time until then"),
    KEY_CHANGED("what is in the topic has the old key, so the order would be lost"),
    PARTITIONS_CHANGED("an order would move to another partition and overtake itself"),
    WRITER_CHANGED("readers know events by writer and id"),
    GATEWAY_CHANGED("its writers know no other way in"),
    MESSAGE_SIZE_LOWERED("events of the release may be larger");

    private final String reason;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Compatibility> allowing;

    Rule(String reason, Compatibility... allowing) {
        this.reason = reason;
        this.allowing = Set.of(allowing);
    }

    /** The name in findings and documents, such as {@code limit-widened}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why a change is refused where it is; for one that never is, why not. */
    public String reason() {
        return reason;
    }

    public boolean isAllowedUnder(Compatibility mode) {
        return allowing.contains(mode);
    }
}
