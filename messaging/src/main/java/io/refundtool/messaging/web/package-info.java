/** What the operators' endpoints of every service have in common: who asks, bodies, refusals. */
@NullMarked
package io.refundtool.messaging.web;

import org.jspecify.annotations.NullMarked;
