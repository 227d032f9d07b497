/** The broker and the database that tests run on, embedded or in containers: one system property chooses for all. */
@NullMarked
package io.refundtool.testservers;

import org.jspecify.annotations.NullMarked;
