/** Dead letters over HTTP, for operators; what they see may hold personal data. */
@NullMarked
package io.refundtool.messaging.deadletters.web;

import org.jspecify.annotations.NullMarked;
