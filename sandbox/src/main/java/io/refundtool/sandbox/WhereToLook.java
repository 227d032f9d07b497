package io.refundtool.sandbox;

import io.refundtool.sandbox.system.SystemPorts;
import java.nio.file.Path;
import java.util.List;

/** What a person can open while the system runs. */
final class WhereToLook {

    private WhereToLook() {}

    /**
     * In sentences.
     *
     * @param startsServers false when only the simulators run here: others know then how to log in, and log elsewhere
     */
    static List<String> lines(SystemPorts ports, Path directory, boolean startsServers) {
        return List.of(
                "Where to look:",
                "  refunds          " + local(ports.refundService()) + "/api/v1/refunds",
                "  one order        " + local(ports.refundService()) + "/api/v1/orders/{orderId}",
                "  events bus       POST " + local(ports.eventsBus()) + "/event-types/{name}/events",
                "                   with a token of " + local(ports.atol()) + "/tokens/bob or /tokens/payment, such as",
                "                   " + curl(ports),
                "  event types      " + local(ports.eventsBus()) + "/event-types",
                "  health           " + local(ports.eventsBus()) + "/actuator/health, and on ports "
                        + ports.refundService() + ", " + ports.fiscalizationService() + ", "
                        + ports.notificationsService(),
                "  the world around " + local(ports.atol()) + "/ledgers/payments, /ledgers/receipts, /mailbox",
                "  Kafka            127.0.0.1:" + ports.kafka(),
                "  PostgreSQL       jdbc:postgresql://127.0.0.1:" + ports.postgres()
                        + "/refund, /fiscalization, /notifications "
                        + (startsServers ? "(user postgres)" : "(who may log in: docs/operations/containers.md)"),
                "  log              " + directory.resolve("sandbox.log") + " (JSON, one line an entry"
                        + (startsServers ? ")" : "), of the simulators only, where they run"));
    }

    /** Asks for nothing more than which events are missing, so it changes nothing. */
    private static String curl(SystemPorts ports) {
        return "curl -H \"Authorization: Bearer $(curl -s %s/tokens/bob)\" -H 'Content-Type: application/json' -d '[]' %s"
                .formatted(
                        local(ports.atol()), local(ports.eventsBus()) + "/event-types/bob.refund-requested.v1/events");
    }

    private static String local(int port) {
        return "http://127.0.0.1:" + port;
    }
}
