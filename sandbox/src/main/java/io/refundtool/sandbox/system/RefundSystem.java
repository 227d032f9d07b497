package io.refundtool.sandbox.system;

import io.refundtool.messaging.KafkaSettings;
import io.refundtool.sandbox.atol.AtolLedger;
import io.refundtool.sandbox.atol.AtolReceipt;
import io.refundtool.sandbox.atol.AtolServer;
import io.refundtool.sandbox.audit.EvidenceCollector;
import io.refundtool.sandbox.audit.RefundServiceClient;
import io.refundtool.sandbox.bob.BobSimulator;
import io.refundtool.sandbox.bob.RefundCopies;
import io.refundtool.sandbox.gateway.GatewayClient;
import io.refundtool.sandbox.gateway.Publisher;
import io.refundtool.sandbox.gateway.Sender;
import io.refundtool.sandbox.gateway.Tokens;
import io.refundtool.sandbox.ledger.Journal;
import io.refundtool.sandbox.payment.LedgerEntry;
import io.refundtool.sandbox.payment.PaymentLedger;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Everything, running: broker, database, services, and simulators of what is around them. */
public final class RefundSystem implements AutoCloseable {

    private final StopList parts = new StopList();
    private final Tokens tokens = new Tokens();
    private final AtolLedger receipts;
    private final PaymentLedger payments;
    private final SystemOptions options;
    private final SystemPorts ports;
    private final List<Integer> refundServices;
    private final RefundCopies copies;
    private final Infrastructure infrastructure;
    private final AtolServer atol;
    private final Actors actors;

    private RefundSystem(SystemOptions options, RefundCopies copies, Consumer<String> progress)
            throws InterruptedException {
        this.options = options;
        Hosting hosting = options.hosting();
        this.ports = hosting.ports(options.ports());
        this.copies = copies;
        this.refundServices = hosting.refundServices(ports.refundService());
        try {
            SandboxDirectory directory =
                    parts.add("directory", SandboxDirectory.take(options.directory(), options.keep()));
            this.receipts = new AtolLedger(journal(directory, "receipts", AtolReceipt.class));
            this.payments = new PaymentLedger(journal(directory, "payments", LedgerEntry.class));
            this.infrastructure = Infrastructure.start(options, ports, directory, parts);
            progress.accept("Kafka, PostgreSQL and the mailbox are up");
            this.atol = parts.add(
                    "ATOL",
                    new AtolServer(
                            hosting.simulatorsListenOn(),
                            ports.atol(),
                            hosting.atolAccount(),
                            receipts,
                            options.faults(),
                            Clock.systemUTC()));
            atol.show("/ledgers/payments", payments::entries);
            atol.show("/ledgers/receipts", receipts::registrations);
            atol.show("/mailbox", infrastructure.mailbox()::latest);
            show(tokens, atol);
            ServiceLauncher launcher = new ServiceLauncher(
                    ports,
                    infrastructure.databases(),
                    hosting,
                    tokens.gatewaySetting(),
                    options.faults().any() ? Patience.SHORT : Patience.USUAL);
            new Services(parts, hosting, refundServices, progress)
                    .start(launcher, ports, directory, atol, hosting.atolAccount(), options);
            this.actors = new Actors(
                    kafka(),
                    parts.add(
                            "gateway client",
                            new GatewayClient(hosting.uri(ServiceKind.EVENTS_BUS, ports.eventsBus()), tokens)),
                    payments,
                    copies,
                    options.countries(),
                    options.faults(),
                    parts);
        } catch (RuntimeException | InterruptedException e) {
            parts.close();
            throw e;
        }
    }

    private static void show(Tokens tokens, AtolServer atol) {
        atol.showText("/keys", tokens::publicKeys);
        for (String writer : List.of("bob", "payment")) {
            atol.showText("/tokens/" + writer, () -> tokens.of(Sender.visitor(writer)));
        }
    }

    /**
     * Starts everything and returns when every service is up.
     *
     * @param copies BOB's copies, kept by a deployment for each country
     * @param progress told what is up, in sentences
     * @throws UnusableSetupException when a port is taken or another sandbox runs
     */
    public static RefundSystem start(SystemOptions options, RefundCopies copies, Consumer<String> progress)
            throws InterruptedException {
        Logs.unite();
        return new RefundSystem(options, copies, progress);
    }

    private <T> Journal<T> journal(SandboxDirectory directory, String name, Class<T> type) {
        return parts.add(name, Journal.open(directory.ledgers().resolve(name + ".jsonl"), type));
    }

    public KafkaSettings kafka() {
        return infrastructure.settings();
    }

    /** How BOB writes. */
    public Publisher publisher() {
        return actors.publisher();
    }

    /** What BOB says after it has asked. */
    public BobSimulator bob() {
        return actors.bob();
    }

    /** Whether anything is meant to go wrong. */
    public boolean misbehaves() {
        return options.faults().any() || options.hosting().misbehaves();
    }

    /** Whether anything is still under way. */
    public Quiescence quiescence() {
        return new Quiescence(kafka(), new Scheduled(actors, atol, new OpenWork(infrastructure.databases())));
    }

    public PaymentLedger payments() {
        return payments;
    }

    public AtolLedger receipts() {
        return receipts;
    }

    /** Asks everybody for the audit; the client is the caller's to close. */
    public EvidenceCollector evidence(RefundServiceClient client) {
        return new EvidenceCollector(
                kafka(), client, payments, receipts, infrastructure.mailbox(), copies, options.countries());
    }

    /** Every instance of it. */
    public List<URI> refundServices() {
        return refundServices.stream()
                .map(port -> options.hosting().uri(ServiceKind.REFUND_SERVICE, port))
                .toList();
    }

    /** Shows something as JSON beside the ledgers, for a person or a program to look at. */
    public void show(String path, Supplier<?> what) {
        atol.show(path, what);
    }

    /** Where everything is, once it runs. */
    public SystemPorts ports() {
        return ports;
    }

    /** How many mails arrived. */
    public int mails() {
        return infrastructure.mailbox().size();
    }

    /** The bug that stopped a simulator, if one did. */
    public Optional<Throwable> failure() {
        return actors.failure();
    }

    @Override
    public void close() {
        parts.close();
    }
}
