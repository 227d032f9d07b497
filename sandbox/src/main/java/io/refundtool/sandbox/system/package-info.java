/** Starts and stops everything in order: broker, database, simulators, services. */
@NullMarked
package io.refundtool.sandbox.system;

import org.jspecify.annotations.NullMarked;
