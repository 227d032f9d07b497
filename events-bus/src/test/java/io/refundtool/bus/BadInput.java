package io.refundtool.bus;

import static io.refundtool.bus.Samples.MONEY_REFUNDED;
import static io.refundtool.bus.Samples.batch;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * A request that must be refused.
 *
 * @param expected what the detail of the answer must contain
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BadInput(String name, String type, byte[] body, int status, String expected) {

    /** What is broken to make bad input. */
    static final String GOOD = Samples.moneyRefunded("e-bad-input");

    static Stream<BadInput> all() {
        return Stream.of(BadBodies.ofRequests(), BadBodies.ofJson(), BadEvents.ofData(), BadEvents.ofMetadata())
                .flatMap(inputs -> inputs);
    }

    /** The good event with one text in it replaced. */
    static BadInput refused(String name, String good, String bad, String expected) {
        if (!GOOD.contains(good)) {
            throw new IllegalArgumentException(good + " is not in the sample");
        }
        return new BadInput(name, MONEY_REFUNDED, bytes(batch(GOOD.replace(good, bad))), 422, expected);
    }

    static BadInput unreadable(String name, String body, String expected) {
        return new BadInput(name, MONEY_REFUNDED, bytes(body), 400, expected);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
