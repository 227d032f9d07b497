package io.refundtool.bus.registry;

import io.refundtool.events.Deprecation;
import io.refundtool.events.EventType;
import java.util.Optional;

/** Tells which versions of events are on their way out: those whose spec says so. */
@FunctionalInterface
public interface Deprecations {

    Optional<Deprecation> of(EventType type);
}
