package io.refundtool.bus.pages;

import io.refundtool.bus.registry.Catalogue;
import io.refundtool.bus.registry.Deprecations;
import io.refundtool.bus.registry.EventTypes;
import io.refundtool.events.Deprecation;
import io.refundtool.events.EventType;
import io.refundtool.events.Expectation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What the registry tells programs, as JSON. Absent members are left out. */
final class Views {

    private final EventTypes eventTypes;
    private final Catalogue catalogue;
    private final Deprecations deprecations;

    Views(EventTypes eventTypes, Catalogue catalogue, Deprecations deprecations) {
        this.eventTypes = eventTypes;
        this.catalogue = catalogue;
        this.deprecations = deprecations;
    }

    Entry.Summary summary(EventType type) {
        return new Entry.Summary(
                type.wireName(),
                EventTypes.eventOf(type),
                type.version(),
                type.title(),
                type.topic().topicName(),
                type.topic().writer(),
                type.writers(),
                eventTypes.isPublishable(type),
                compatibility(type),
                deprecations.of(type).map(Views::gone).orElse(null),
                Paths.of(type),
                Paths.schemaOf(type));
    }

    Entry.Detail detail(EventType type) {
        Entry.Summary summary = summary(type);
        return new Entry.Detail(
                summary.name(),
                summary.event(),
                summary.version(),
                summary.title(),
                type.description(),
                summary.topic(),
                String.valueOf(catalogue.topicOf(type).get("key")),
                summary.writer(),
                summary.writers(),
                type.topic().readers(),
                summary.writable(),
                summary.compatibility(),
                summary.deprecated(),
                type.expects().map(Views::expected).orElse(null),
                versions(EventTypes.eventOf(type)),
                Objects.requireNonNull(catalogue.event(type).get("example")),
                eventTypes.schemaOf(type));
    }

    List<Entry.Summary> versions(String event) {
        return EventTypes.versionsOf(event).stream().map(this::summary).toList();
    }

    Entry.Schemas schemas(String event) {
        return new Entry.Schemas(
                event,
                EventTypes.versionsOf(event).stream()
                        .map(type -> new Entry.VersionedSchema(summary(type), eventTypes.schemaOf(type)))
                        .toList());
    }

    private static String compatibility(EventType type) {
        return type.compatibility().name().toLowerCase(Locale.ROOT);
    }

    private static Entry.Gone gone(Deprecation deprecation) {
        return new Entry.Gone(
                deprecation.since().toString(), deprecation.sunset().toString(), Paths.ofName(deprecation.successor()));
    }

    private static Entry.Expected expected(Expectation expectation) {
        return new Entry.Expected(expectation.anyOf(), expectation.within().toString());
    }
}
