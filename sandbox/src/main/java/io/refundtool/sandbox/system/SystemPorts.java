package io.refundtool.sandbox.system;

import io.refundtool.embedded.PortTakenException;
import io.refundtool.embedded.Ports;

/** On which port everything listens. */
public record SystemPorts(
        int eventsBus,
        int refundService,
        int fiscalizationService,
        int notificationsService,
        int atol,
        int smtp,
        int kafka,
        int postgres) {

    /** Ports that the system chooses, as tests need them. */
    public static SystemPorts any() {
        return new SystemPorts(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * The same ports, with one that is free in place of every 0: services must know each other's before they start.
     *
     * @throws UnusableSetupException when one is taken; the message names the port, whose it should be, and the flag
     */
    SystemPorts chosen() {
        return new SystemPorts(
                choose(eventsBus, "events-bus", "--events-bus-port"),
                choose(refundService, "refund-service", "--refund-service-port"),
                choose(fiscalizationService, "fiscalization-service", "--fiscalization-service-port"),
                choose(notificationsService, "notifications-service", "--notifications-service-port"),
                choose(atol, "ATOL's simulator", "--atol-port"),
                choose(smtp, "the mailbox (SMTP)", "--smtp-port"),
                choose(kafka, "the Kafka broker", "--kafka-port"),
                choose(postgres, "PostgreSQL", "--postgres-port"));
    }

    private static int choose(int port, String user, String flag) {
        try {
            return Ports.free(user, port);
        } catch (PortTakenException e) {
            throw new UnusableSetupException(
                    e.getMessage() + "; end that process, or choose another port with " + flag);
        }
    }
}
