/** A test class that goes past the switch. */
@NullMarked
package io.refundtool.testservers.bypassing;

import org.jspecify.annotations.NullMarked;
