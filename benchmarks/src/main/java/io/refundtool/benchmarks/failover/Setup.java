package io.refundtool.benchmarks.failover;

import java.util.List;
import java.util.Map;

/**
 * Settings to measure.
 *
 * @param copies standby replicas, as the settings say
 * @param groupConfig what the broker has to know of the group beforehand
 */
record Setup(String name, int copies, List<String> settings, Map<String, String> groupConfig) {

    static final List<Setup> ALL = List.of(
            classic("classic", 1),
            classic("classic, no copy", 0, "--refundtool.streams.standby-replicas=0"),
            classic("classic, staying in the group", 1, "--refundtool.streams.leave-on-stop=false"),
            classic("classic, transactions of 10 s", 1, "--refundtool.streams.transaction-timeout=10s"),
            new Setup(
                    "streams",
                    1,
                    List.of("--refundtool.streams.group-protocol=streams"),
                    Map.of(
                            "streams.session.timeout.ms", "6000",
                            "streams.heartbeat.interval.ms", "1000",
                            "streams.num.standby.replicas", "1")));

    private static Setup classic(String name, int copies, String... settings) {
        return new Setup(name, copies, List.of(settings), Map.of());
    }
}
