/** Renders the model through templates: Java sources and bundled JSON Schemas. */
@NullMarked
package io.refundtool.specs.generator.render;

import org.jspecify.annotations.NullMarked;
