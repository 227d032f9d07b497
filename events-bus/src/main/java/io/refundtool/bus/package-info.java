/** The stateless HTTP gateway: the one way in for producers outside this repository. */
@NullMarked
package io.refundtool.bus;

import org.jspecify.annotations.NullMarked;
