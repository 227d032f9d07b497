package io.refundtool.sandbox.mailbox;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.refundtool.embedded.Ports;
import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.ledger.Journal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An SMTP server that takes every mail for everybody and counts it by its Message-ID: one that arrives twice is two
 * mails in a customer's mailbox. Of the mails themselves only the latest are kept, for a person to look at.
 */
public final class Mailbox implements AutoCloseable {

    /** How many of the latest mails can be looked at. */
    public static final int MAX_KEPT = 200;

    private static final String NAME = "the SMTP server";

    private final GreenMail server;
    private final Journal<Mail> journal;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Deque<Mail> latest = new ArrayDeque<>();

    /**
     * Starts the server.
     *
     * @param address of the interface to listen on
     * @param port 0 for any
     * @param journal what arrived before
     * @param faults says which mails are refused or taken slowly
     */
    public Mailbox(String address, int port, Journal<Mail> journal, FaultPlan faults) {
        Ports.requireFree(NAME, port);
        this.journal = journal;
        journal.earlier().forEach(this::keep);
        this.server =
                new MailServer(new ServerSetup(port, address, ServerSetup.PROTOCOL_SMTP), new MailConduct(faults));
        server.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        server.start();
        server.getUserManager().setMessageDeliveryHandler(this::customer);
    }

    private GreenMailUser customer(MovingMessage message, MailAddress address) {
        return new AnyCustomer(address.getEmail(), this::receive);
    }

    private synchronized void receive(Mail mail) {
        journal.append(mail);
        keep(mail);
    }

    private void keep(Mail mail) {
        counts.merge(mail.messageId(), 1, Integer::sum);
        latest.addFirst(mail);
        if (latest.size() > MAX_KEPT) {
            latest.removeLast();
        }
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** How often each Message-ID arrived. */
    public synchronized Map<String, Integer> counts() {
        return new HashMap<>(counts);
    }

    /** How many mails arrived. */
    public synchronized int size() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The latest mails, the newest first. */
    public synchronized List<Mail> latest() {
        return List.copyOf(latest);
    }

    @Override
    public void close() {
        server.stop();
    }
}
