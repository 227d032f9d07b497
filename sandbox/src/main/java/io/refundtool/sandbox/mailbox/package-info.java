/** A real SMTP server that counts what arrives. */
@NullMarked
package io.refundtool.sandbox.mailbox;

import org.jspecify.annotations.NullMarked;
