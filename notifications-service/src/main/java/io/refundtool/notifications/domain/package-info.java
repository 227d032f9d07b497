/** What is told to whom, in which words' data, over which channel, and what an answer means: pure, no clock and no I/O. */
@NullMarked
package io.refundtool.notifications.domain;

import org.jspecify.annotations.NullMarked;
