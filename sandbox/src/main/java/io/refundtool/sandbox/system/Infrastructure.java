package io.refundtool.sandbox.system;

import io.refundtool.events.Topic;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.TopicProvisioner;
import io.refundtool.sandbox.ledger.Journal;
import io.refundtool.sandbox.mailbox.Mail;
import io.refundtool.sandbox.mailbox.Mailbox;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What the services stand on: broker, topics, databases, mailbox. */
record Infrastructure(KafkaSettings settings, Databases databases, Mailbox mailbox) {

    static Infrastructure start(SystemOptions options, SystemPorts ports, SandboxDirectory directory, StopList parts)
            throws InterruptedException {
        Hosting hosting = options.hosting();
        KafkaSettings settings = hosting.brokers(ports.kafka());
        AtomicReference<Mailbox> mailbox = new AtomicReference<>();
        Parallel.run(List.of(
                () -> {
                    parts.add("Kafka", hosting.kafka(ports.kafka(), directory.kafka()));
                    new TopicProvisioner(settings).ensure(Arrays.asList(Topic.values()));
                },
                () -> parts.add(
                        "PostgreSQL", hosting.postgres(ports.postgres(), directory.postgres(), Databases.NAMES)),
                () -> mailbox.set(mailbox(ports, directory, options, parts))));
        return new Infrastructure(settings, new Databases(ports.postgres()), mailbox.get());
    }

    private static Mailbox mailbox(
            SystemPorts ports, SandboxDirectory directory, SystemOptions options, StopList parts) {
        Journal<Mail> journal =
                parts.add("mailbox journal", Journal.open(directory.ledgers().resolve("mails.jsonl"), Mail.class));
        return parts.add(
                "mailbox",
                new Mailbox(options.hosting().simulatorsListenOn(), ports.smtp(), journal, options.faults()));
    }
}
