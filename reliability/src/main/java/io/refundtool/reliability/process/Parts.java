package io.refundtool.reliability.process;

import io.refundtool.sandbox.system.ServiceKind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names of the processes that a system is made of. */
public final class Parts {

    public static final String KAFKA = "kafka";
    public static final String POSTGRES = "postgres";

    /** Instances of refund-service. */
    static final int REFUND_SERVICES = 3;

    private Parts() {}

    /** The names of all services, instances of refund-service included. */
    public static List<String> services() {
        return Stream.concat(others().stream(), instances().stream()).toList();
    }

    /** The names of refund-service's instances. */
    public static List<String> instances() {
        return IntStream.rangeClosed(1, REFUND_SERVICES)
                .mapToObj(i -> ServiceKind.REFUND_SERVICE.word() + "-" + i)
                .toList();
    }

    /** The names of all other services. */
    public static List<String> others() {
        return Stream.of(ServiceKind.EVENTS_BUS, ServiceKind.FISCALIZATION_SERVICE, ServiceKind.NOTIFICATIONS_SERVICE)
                .map(ServiceKind::word)
                .toList();
    }
}
