/** What is started in containers agrees with what is built here, and does what the system does elsewhere. */
@NullMarked
package io.refundtool.containers;

import org.jspecify.annotations.NullMarked;
