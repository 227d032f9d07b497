package io.refundtool.specs.generator.compat;

import io.refundtool.specs.generator.model.Deprecation;
import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.read.Finding;
import io.refundtool.specs.generator.read.SpecSources;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Compares the specs with those last released: every event under the mode that it had there. What the release does not
 * have, a new version of an event included, may be added at any time.
 */
public final class CompatibilityCheck {

    private final SpecModel current;
    private final LocalDate today;
    private final Changes changes = new Changes();

    private CompatibilityCheck(SpecModel current, LocalDate today) {
        this.current = current;
        this.today = today;
    }

    /**
     * Every change that its rule does not allow, by file and line.
     *
     * @param sources where the current specs stand
     * @param today decides whether a sunset has come
     */
    public static List<Finding> findings(SpecModel released, SpecModel current, SpecSources sources, LocalDate today) {
        CompatibilityCheck check = new CompatibilityCheck(current, today);
        released.topics().forEach(check::topic);
        return check.changes.findings(sources);
    }

    private void topic(TopicSpec topic) {
        current.topics().stream()
                .filter(same -> same.name().equals(topic.name()))
                .forEach(same -> new TopicComparison(topic, changes).with(same));
        topic.events().forEach(entry -> event(topic, entry.event()));
    }

    private void event(TopicSpec topic, EventSpec event) {
        Optional<EventSpec> same = current.events().stream()
                .filter(other -> other.wireName().equals(event.wireName()))
                .findAny();
        if (same.isPresent()) {
            place(topic, event);
            promises(event, same.get());
            new SchemaComparison(event, changes).with(same.get());
        } else if (!isPastItsSunset(event)) {
            add(event, Place.of(event.file()), Rule.EVENT_REMOVED, removed(event));
        }
    }

    private void place(TopicSpec topic, EventSpec event) {
        TopicSpec now = topicOf(event);
        if (!now.name().equals(topic.name())) {
            add(
                    event,
                    TopicComparison.place(now, "events"),
                    Rule.EVENT_MOVED,
                    "Expected %s to stay in topic '%s', but it is in '%s'"
                            .formatted(event.wireName(), topic.name(), now.name()));
        }
    }

    private TopicSpec topicOf(EventSpec event) {
        return current.topics().stream()
                .filter(topic -> topic.events().stream()
                        .anyMatch(entry -> entry.event().wireName().equals(event.wireName())))
                .findAny()
                .orElseThrow();
    }

    private void promises(EventSpec before, EventSpec after) {
        if (after.compatibility().compareTo(before.compatibility()) > 0) {
            changes.add(new Change(
                    Rule.MODE_LOOSENED,
                    Place.of(after.file(), "compatibility"),
                    "Expected compatibility of %s to stay %s, but it is %s"
                            .formatted(
                                    before.wireName(),
                                    before.compatibility().word(),
                                    after.compatibility().word())));
        }
        Deprecation announced = before.deprecation();
        Deprecation now = after.deprecation();
        if (announced != null && now != null && now.sunset().isBefore(announced.sunset())) {
            changes.add(new Change(
                    Rule.SUNSET_ADVANCED,
                    Place.of(after.file(), "deprecated", "sunset"),
                    "Expected sunset of %s to stay %s or later, but it is %s"
                            .formatted(before.wireName(), announced.sunset(), now.sunset())));
        }
    }

    private boolean isPastItsSunset(EventSpec event) {
        Deprecation announced = event.deprecation();
        return announced != null && !today.isBefore(announced.sunset());
    }

    private static String removed(EventSpec event) {
        Deprecation announced = event.deprecation();
        return announced == null
                ? "Expected %s to be there, since the release has it and does not deprecate it, but it is gone"
                        .formatted(event.wireName())
                : "Expected %s to be there until its sunset %s, but it is gone"
                        .formatted(event.wireName(), announced.sunset());
    }

    private void add(EventSpec event, Place place, Rule rule, String sentence) {
        changes.add(event, Spot.of(event), new Change(rule, place, sentence));
    }
}
