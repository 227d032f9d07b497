package io.refundtool.events;

import java.time.LocalDate;

/**
 * A version of an event that is on its way out.
 *
 * @param since when its writers were told, in UTC
 * @param sunset the first day on which it may be refused or be gone, in UTC
 * @param successor the name on the wire of the event that takes its place
 */
public record Deprecation(LocalDate since, LocalDate sunset, String successor) {}
