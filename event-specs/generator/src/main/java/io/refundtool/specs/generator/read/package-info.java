/** Reads spec files into the model and finds everything in them that breaks a rule, with file and line. */
@NullMarked
package io.refundtool.specs.generator.read;

import org.jspecify.annotations.NullMarked;
