/** A test class that uses servers and says so. */
@NullMarked
package io.refundtool.testservers.mindful;

import org.jspecify.annotations.NullMarked;
