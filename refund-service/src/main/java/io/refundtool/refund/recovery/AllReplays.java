package io.refundtool.refund.recovery;

import io.refundtool.refund.query.AskedAs;
import io.refundtool.refund.query.Instances;
import io.refundtool.refund.query.Peer;
import io.refundtool.refund.query.PeerAnswer;
import io.refundtool.refund.query.PeerAwayException;
import io.refundtool.refund.query.PeerClient;
import io.refundtool.refund.query.PeerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has every instance fold the orders of its partitions again, all at once, and makes one answer of theirs. */
public final class AllReplays {

    private static final Logger LOG = LoggerFactory.getLogger(AllReplays.class);

    /** For a million orders and more of one instance. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Replays here;
    private final Instances instances;
    private final PeerClient peers;
    private final Function<byte[], AllReplayed> reader;

    /** @param reader reads what another instance answers */
    public AllReplays(Replays here, Instances instances, PeerClient peers, Function<byte[], AllReplayed> reader) {
        this.here = here;
        this.instances = instances;
        this.peers = peers;
        this.reader = reader;
    }

    /**
     * Every order of every instance; {@link AllReplayed#partitions} tells whose could not be asked.
     *
     * @param limit how many differences to tell
     */
    public AllReplayed replay(int limit, AskedAs askedAs) {
        List<Peer> others = askedAs == AskedAs.ANYBODY
                ? instances.all().stream()
                        .filter(peer -> !instances.self().equals(Optional.of(peer)))
                        .toList()
                : List.of();
        try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<AllReplayed>> asked = others.stream()
                    .map(peer -> asking.submit(() -> elsewhere(peer, limit)))
                    .toList();
            List<AllReplayed> parts = new ArrayList<>();
            parts.add(here.replayAll(limit));
            for (Future<AllReplayed> each : asked) {
                try {
                    parts.add(each.get());
                } catch (ExecutionException away) {
                    LOG.warn("An instance did not fold its orders again: {}", away.getMessage());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
            return AllReplayed.merged(parts, limit);
        }
    }

    private AllReplayed elsewhere(Peer peer, int limit) throws PeerAwayException {
        PeerRequest request = new PeerRequest("/api/v1/replay?limit=" + limit, null);
        PeerAnswer answer = peers.get(peer, request, AskedAs.OWNER, PATIENCE);
        if (!answer.isOk()) {
            throw new IllegalStateException(
                    "Expected %s to answer, but its status is %d".formatted(peer, answer.status()));
        }
        return reader.apply(answer.body());
    }
}
