package io.refundtool.refund.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out about an order, wherever it is: from this instance if it has the order, else from the one that has, and from a
 * copy while that one is away. Only when nobody can tell it is unavailable.
 */
public final class OrderRouting {

    private static final Logger LOG = LoggerFactory.getLogger(OrderRouting.class);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Instances instances;
    private final RefundQueries queries;
    private final PeerClient peers;
    private final Duration patience;

    public OrderRouting(Instances instances, RefundQueries queries, PeerClient peers, PeerSettings settings) {
        this.instances = instances;
        this.queries = queries;
        this.peers = peers;
        this.patience = settings.patience();
    }

    /** How to find out: here, or by asking another instance. */
    public record Question<T>(
            String orderId, PeerRequest request, Function<Reading, T> here, Function<PeerAnswer, T> elsewhere) {}

    /** One way to get an answer. */
    @FunctionalInterface
    private interface Attempt<T> {

        T run() throws PeerAwayException;
    }

    /**
     * The answer of the first who can give it.
     *
     * @throws StoreUnavailableException when nobody can
     */
    public <T> T ask(Question<T> question, AskedAs askedAs) {
        return switch (askedAs) {
            case OWNER -> queries.current(question.here());
            case STANDBY -> queries.stale(question.orderId(), question.here());
            case ANYBODY -> patiently(question);
        };
    }

    /** While partitions move nobody may have the order for a moment, and who has it then is known only then. */
    private <T> T patiently(Question<T> question) {
        long limit = System.nanoTime() + patience.toNanos();
        while (instances.self().isPresent() && System.nanoTime() - limit < 0) {
            try {
                return first(question.orderId(), attempts(question));
            } catch (StoreUnavailableException e) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return first(question.orderId(), attempts(question));
    }

    private <T> List<Attempt<T>> attempts(Question<T> question) {
        Optional<Peer> self = instances.self();
        OrderPlace place = self.isPresent() ? instances.placeOf(question.orderId()) : OrderPlace.UNKNOWN;
        List<Attempt<T>> attempts = new ArrayList<>();
        if (place.owner().isEmpty() || place.owner().equals(self)) {
            attempts.add(() -> queries.current(question.here()));
        } else {
            attempts.add(() -> asked(question, place.owner().get(), AskedAs.OWNER));
        }
        if (self.isPresent()) {
            // What this instance has of the order, be it a copy or what is being restored, costs nothing to look at.
            attempts.add(() -> queries.stale(question.orderId(), question.here()));
        }
        place.standbys().stream()
                .filter(standby -> !Optional.of(standby).equals(self))
                .forEach(standby -> attempts.add(() -> asked(question, standby, AskedAs.STANDBY)));
        return attempts;
    }

    private <T> T asked(Question<T> question, Peer peer, AskedAs askedAs) throws PeerAwayException {
        return question.elsewhere().apply(peers.get(peer, question.request(), askedAs));
    }

    private static <T> T first(String orderId, List<Attempt<T>> attempts) {
        List<Exception> failures = new ArrayList<>(attempts.size());
        for (Attempt<T> attempt : attempts) {
            try {
                return attempt.run();
            } catch (StoreUnavailableException | PeerAwayException e) {
                LOG.debug("Somebody else is asked for order {}: {}", orderId, e.getMessage());
                failures.add(e);
            }
        }
        throw StoreUnavailableException.everywhere(orderId, failures);
    }
}
