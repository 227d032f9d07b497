/** Reading and writing events together with rows of PostgreSQL in one transaction: inbox, outbox and its relay. */
@NullMarked
package io.refundtool.messaging.postgres;

import org.jspecify.annotations.NullMarked;
