package io.refundtool.specs.generator.read;

import io.refundtool.specs.generator.model.Deprecation;
import io.refundtool.specs.generator.model.EventSpec;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Reads that a version of an event is on its way out, and checks that another takes its place. */
final class DeprecationReader {

    private DeprecationReader() {}

    /** What stands under {@code deprecated}; it may be missing. */
    static Optional<Deprecation> read(SpecMapping spec) {
        return spec.find("deprecated").flatMap(SpecNode::mapping).flatMap(deprecated -> {
            deprecated.allowOnly(Set.of("since", "sunset", "successor"));
            Optional<LocalDate> since = date(deprecated, "since");
            Optional<LocalDate> sunset = date(deprecated, "sunset");
            Optional<String> successor = deprecated.text("successor");
            if (since.isEmpty() || sunset.isEmpty() || successor.isEmpty()) {
                return Optional.empty();
            }
            if (sunset.get().isBefore(since.get())) {
                deprecated.reportAt(
                        "sunset",
                        "Expected sunset of %s to be on or after since, but %s is before %s"
                                .formatted(deprecated.label(), sunset.get(), since.get()));
            }
            return Optional.of(new Deprecation(since.get(), sunset.get(), successor.get()));
        });
    }

    /** Finds versions whose successor is not there, is themselves, or goes too. */
    static void checkSuccessors(SpecSources sources, Collection<EventSpec> events, Findings findings) {
        for (EventSpec event : events) {
            Deprecation deprecation = event.deprecation();
            if (deprecation != null) {
                Optional<EventSpec> successor = events.stream()
                        .filter(other -> other.wireName().equals(deprecation.successor()))
                        .findAny();
                problemOf(event, successor)
                        .ifPresent(problem -> findings.add(
                                event.file(),
                                sources.lineOf(event.file(), "deprecated", "successor"),
                                "Expected the successor of %s to be an event that stays, but %s %s"
                                        .formatted(event.wireName(), deprecation.successor(), problem)));
            }
        }
    }

    private static Optional<String> problemOf(EventSpec event, Optional<EventSpec> successor) {
        if (successor.isEmpty()) {
            return Optional.of("has no spec");
        }
        if (successor.get().wireName().equals(event.wireName())) {
            return Optional.of("is the same event");
        }
        return successor.get().deprecation() == null ? Optional.empty() : Optional.of("is deprecated too");
    }

    private static Optional<LocalDate> date(SpecMapping deprecated, String key) {
        return deprecated
                .get(key)
                .flatMap(node -> node.text().flatMap(text -> {
                    try {
                        return Optional.of(LocalDate.parse(text));
                    } catch (DateTimeParseException e) {
                        node.report("Expected %s to be a date such as \"2026-01-31\", but it is '%s'"
                                .formatted(node.label(), text));
                        return Optional.empty();
                    }
                }));
    }
}
