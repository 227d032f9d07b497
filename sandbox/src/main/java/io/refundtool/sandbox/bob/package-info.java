/** A simulated BOB: it asks for refunds and keeps its own copy of each, one deployment a country. */
@NullMarked
package io.refundtool.sandbox.bob;

import org.jspecify.annotations.NullMarked;
