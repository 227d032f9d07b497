package io.refundtool.specs.generator.read;

import io.refundtool.specs.generator.model.ValueType;
import java.util.Optional;

/** Finds the type that a {@code $ref} names; what does not resolve becomes a finding. */
interface TypeSource {

    Optional<ValueType> resolve(SpecNode reference);
}
