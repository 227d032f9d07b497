package io.refundtool.specs.generator.model;

import java.time.LocalDate;

/**
 * Specs as readers and writers outside have them.
 *
 * @param version of semantic versioning, without a suffix
 * @param date when they were released, in UTC
 */
public record Release(String version, LocalDate date, SpecModel specs) {}
