/** The checks that constructors of events are made of; each refuses what the schema refuses, neither more nor less. */
@NullMarked
package io.refundtool.events.checks;

import org.jspecify.annotations.NullMarked;
