/** The gateway's HTTP face: routes, limits of a request, answers and problem details. */
@NullMarked
package io.refundtool.bus.http;

import org.jspecify.annotations.NullMarked;
