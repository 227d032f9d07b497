/** Configuration and assembly of the service. */
@NullMarked
package io.refundtool.fiscalization.config;

import org.jspecify.annotations.NullMarked;
