package io.refundtool.refund.query;

import java.net.URI;
import org.apache.kafka.streams.state.HostInfo;

/** An instance of this service, under the address that it told the others by its {@code application-server}. */
public record Peer(String host, int port) {

    static Peer of(HostInfo info) {
        return new Peer(info.host(), info.port());
    }

    /** The address of something that it answers for. */
    URI uri(String pathAndQuery) {
        return URI.create("http://" + this + pathAndQuery);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
