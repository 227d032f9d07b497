package io.refundtool.sandbox.payment;

import io.refundtool.sandbox.gateway.Postbox.Letter;
import java.time.Duration;

/**
 * Something that Payment will say.
 *
 * @param delay after it was asked; zero is at once
 */
record Reply(Duration delay, Letter letter) {

    boolean atOnce() {
        return delay.isZero();
    }
}
