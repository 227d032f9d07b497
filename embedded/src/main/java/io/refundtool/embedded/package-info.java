/** A real KRaft broker and a real PostgreSQL that live and die with this process. */
@NullMarked
package io.refundtool.embedded;

import org.jspecify.annotations.NullMarked;
