package io.refundtool.sandbox;

import io.refundtool.sandbox.system.SystemPorts;
import picocli.CommandLine.Option;

/** On which port everything listens; all of them on the loopback interface. */
final class PortFlags {

    @Option(
            names = "--events-bus-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description =
                    "Port of events-bus, the gateway for BOB and Payment (default ${DEFAULT-VALUE}). For every port: 0 for any.")
    private int eventsBus;

    @Option(
            names = "--refund-service-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Port of refund-service (default ${DEFAULT-VALUE}).")
    private int refundService;

    @Option(
            names = "--fiscalization-service-port",
            paramLabel = "PORT",
            defaultValue = "8082",
            description = "Port of fiscalization-service (default ${DEFAULT-VALUE}).")
    private int fiscalizationService;

    @Option(
            names = "--notifications-service-port",
            paramLabel = "PORT",
            defaultValue = "8083",
            description = "Port of notifications-service (default ${DEFAULT-VALUE}).")
    private int notificationsService;

    @Option(
            names = "--atol-port",
            paramLabel = "PORT",
            defaultValue = "8090",
            description = "Port of ATOL's simulator (default ${DEFAULT-VALUE}).")
    private int atol;

    @Option(
            names = "--smtp-port",
            paramLabel = "PORT",
            defaultValue = "8025",
            description = "Port of the mailbox, SMTP (default ${DEFAULT-VALUE}).")
    private int smtp;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Port of the Kafka broker (default ${DEFAULT-VALUE}).")
    private int kafka;

    @Option(
            names = "--postgres-port",
            paramLabel = "PORT",
            defaultValue = "5433",
            description = "Port of PostgreSQL (default ${DEFAULT-VALUE}).")
    private int postgres;

    SystemPorts ports() {
        return new SystemPorts(
                eventsBus, refundService, fiscalizationService, notificationsService, atol, smtp, kafka, postgres);
    }
}
