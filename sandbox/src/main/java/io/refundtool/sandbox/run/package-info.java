/** One run of the sandbox: feeds requests, watches them come to their end, and looks at the result. */
@NullMarked
package io.refundtool.sandbox.run;

import org.jspecify.annotations.NullMarked;
