package io.refundtool.sandbox.system;

import io.refundtool.embedded.EmbeddedDatabase;
import io.refundtool.embedded.EmbeddedKafka;
import io.refundtool.events.Topic;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.TopicProvisioner;
import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.ledger.Journal;
import io.refundtool.sandbox.mailbox.Mail;
import io.refundtool.sandbox.mailbox.Mailbox;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What the services stand on: broker, topics, database, mailbox. */
record Infrastructure(EmbeddedKafka kafka, EmbeddedDatabase database, Mailbox mailbox) {

    static Infrastructure start(SystemPorts ports, SandboxDirectory directory, FaultPlan faults, StopList parts)
            throws InterruptedException {
        AtomicReference<EmbeddedKafka> kafka = new AtomicReference<>();
        AtomicReference<EmbeddedDatabase> database = new AtomicReference<>();
        AtomicReference<Mailbox> mailbox = new AtomicReference<>();
        Parallel.run(List.of(
                () -> kafka.set(kafka(ports, directory, parts)),
                () -> database.set(database(ports, directory, parts)),
                () -> mailbox.set(mailbox(ports, directory, faults, parts))));
        return new Infrastructure(kafka.get(), database.get(), mailbox.get());
    }

    private static EmbeddedKafka kafka(SystemPorts ports, SandboxDirectory directory, StopList parts) {
        EmbeddedKafka kafka = parts.add("Kafka", EmbeddedKafka.start(ports.kafka(), directory.kafka()));
        new TopicProvisioner(settings(kafka)).ensure(Arrays.asList(Topic.values()));
        return kafka;
    }

    private static EmbeddedDatabase database(SystemPorts ports, SandboxDirectory directory, StopList parts) {
        EmbeddedDatabase database =
                parts.add("PostgreSQL", EmbeddedDatabase.start(ports.postgres(), directory.postgres()));
        Databases.create(database);
        return database;
    }

    private static Mailbox mailbox(SystemPorts ports, SandboxDirectory directory, FaultPlan faults, StopList parts) {
        Journal<Mail> journal =
                parts.add("mailbox journal", Journal.open(directory.ledgers().resolve("mails.jsonl"), Mail.class));
        return parts.add("mailbox", new Mailbox(ports.smtp(), journal, faults));
    }

    KafkaSettings settings() {
        return settings(kafka);
    }

    private static KafkaSettings settings(EmbeddedKafka kafka) {
        return new KafkaSettings(kafka.bootstrapServers(), (short) 1);
    }
}
