/** Reads the YAML specs, refuses what breaks their rules, and writes the code and schemas of the events. */
@NullMarked
package io.refundtool.specs.generator;

import org.jspecify.annotations.NullMarked;
