/** Holds no code: the tests beside it start the whole system as the sandbox does, in the sandbox's packages. */
@NullMarked
package io.refundtool.systemtests;

import org.jspecify.annotations.NullMarked;
