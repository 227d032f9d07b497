/** Renders the model as a Go package: structs, enums and what reads, checks and writes them. */
@NullMarked
package io.refundtool.specs.generator.render.golang;

import org.jspecify.annotations.NullMarked;
