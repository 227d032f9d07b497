package io.refundtool.reliability.round;

import io.refundtool.events.common.Country;
import io.refundtool.sandbox.feed.Catalogue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Requests of the sandbox's built-in shop. */
record CatalogueRequests(long seed) implements Requests {

    @Override
    public Set<Country> countries() {
        return Catalogue.countries();
    }

    @Override
    public Set<Country> countriesWithoutFiscalization() {
        return Catalogue.countriesWithoutFiscalization();
    }

    @Override
    public Next of(int round) {
        Catalogue catalogue = new Catalogue(seed + round, "r" + round);
        return () -> catalogue.next(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }
}
