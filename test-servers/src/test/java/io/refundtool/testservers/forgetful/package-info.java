/** A test class that uses servers and does not say so. */
@NullMarked
package io.refundtool.testservers.forgetful;

import org.jspecify.annotations.NullMarked;
