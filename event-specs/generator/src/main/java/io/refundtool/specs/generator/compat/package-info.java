/** Compares the specs with those last released and finds what would break readers or writers under the same version. */
@NullMarked
package io.refundtool.specs.generator.compat;

import org.jspecify.annotations.NullMarked;
