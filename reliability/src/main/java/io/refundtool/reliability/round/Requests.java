package io.refundtool.reliability.round;

import io.refundtool.events.common.Country;
import io.refundtool.sandbox.feed.FeedRequest;
import java.util.Set;

/** Where the load of rounds comes from. */
interface Requests {

    /** Where refunds are asked for. */
    Set<Country> countries();

    /** Where no receipt is asked for. */
    Set<Country> countriesWithoutFiscalization();

    /** The requests of a round, which have ids that no other round has; as many as are asked for. */
    Next of(int round);

    /** Gives one after another. */
    @FunctionalInterface
    interface Next {
        FeedRequest next();
    }
}
