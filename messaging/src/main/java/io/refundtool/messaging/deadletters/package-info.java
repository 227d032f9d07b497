/** A service's dead letters in its database: what they are, and what operators decide about them. */
@NullMarked
package io.refundtool.messaging.deadletters;

import org.jspecify.annotations.NullMarked;
