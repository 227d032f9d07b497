package io.refundtool.refund.query;

import io.refundtool.refund.streams.RefundStreams;
import io.refundtool.refund.streams.RefundTopology;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.HostInfo;

/** Which instances there are and who has which order, as Kafka Streams tells each of them after every rebalance. */
public final class Instances {

    private final RefundStreams streams;

    public Instances(RefundStreams streams) {
        this.streams = streams;
    }

    /** This instance; empty when it has no address that others could ask it under. */
    public Optional<Peer> self() {
        return streams.settings()
                .applicationServer()
                .map(HostInfo::buildFromEndpoint)
                .map(Peer::of);
    }

    /** All instances with an address, this one among them. */
    public List<Peer> all() {
        try {
            return streams.streams().metadataForAllStreamsClients().stream()
                    .map(StreamsMetadata::hostInfo)
                    .filter(Instances::isKnown)
                    .map(Peer::of)
                    .distinct()
                    .toList();
        } catch (StreamsNotStartedException | IllegalStateException notRunning) {
            return List.of();
        }
    }

    /** Who has an order. */
    public OrderPlace placeOf(String orderId) {
        try {
            KeyQueryMetadata found = streams.streams()
                    .queryMetadataForKey(RefundTopology.ORDER_EVENT_COUNT, orderId, new StringSerializer());
            // A store that is not known yet has no metadata at all.
            return found == null || KeyQueryMetadata.NOT_AVAILABLE.equals(found)
                    ? OrderPlace.UNKNOWN
                    : new OrderPlace(
                            Optional.of(found.activeHost())
                                    .filter(Instances::isKnown)
                                    .map(Peer::of),
                            found.standbyHosts().stream()
                                    .filter(Instances::isKnown)
                                    .map(Peer::of)
                                    .toList());
        } catch (StreamsNotStartedException | IllegalStateException notRunning) {
            return OrderPlace.UNKNOWN;
        }
    }

    private static boolean isKnown(HostInfo host) {
        return !HostInfo.unavailable().equals(host);
    }
}
