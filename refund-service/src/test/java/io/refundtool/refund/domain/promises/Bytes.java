package io.refundtool.refund.domain.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.EventCodec;
import io.refundtool.refund.domain.Emission;
import io.refundtool.refund.domain.Refund;
import io.refundtool.refund.streams.StoredRefunds;
import java.util.Iterator;

/** Compares folds as they would be stored and sent. */
final class Bytes {

    private Bytes() {}

    static void assertSame(Fold actual, Fold expected) {
        assertThat(actual.order()).as("the order").isEqualTo(expected.order());
        for (Refund refund : expected.order().all()) {
            assertThat(StoredRefunds.written(actual.refund(refund.refundId()).orElseThrow()))
                    .as("%s as it is stored", refund.refundId())
                    .isEqualTo(StoredRefunds.written(refund));
        }
        assertThat(actual.emitted()).as("what was announced").hasSameSizeAs(expected.emitted());
        Iterator<Emission> again = actual.emitted().iterator();
        for (Emission emission : expected.emitted()) {
            Emission same = again.next();
            assertThat(same.id()).as("the id").isEqualTo(emission.id());
            assertThat(same.time()).as("the time").isEqualTo(emission.time());
            assertThat(EventCodec.write(same.event())).as("the bytes").isEqualTo(EventCodec.write(emission.event()));
        }
    }
}
