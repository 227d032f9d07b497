/** What a run says of itself: progress, the report file, the table of outcomes. */
@NullMarked
package io.refundtool.sandbox.report;

import org.jspecify.annotations.NullMarked;
