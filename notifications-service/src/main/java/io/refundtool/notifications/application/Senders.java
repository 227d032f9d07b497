package io.refundtool.notifications.application;

import io.refundtool.notifications.channel.Provider;
import io.refundtool.notifications.channel.ProviderLine;
import io.refundtool.notifications.persistence.DeliveryClaims;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All threads that send, some for each channel, and the one that keeps house. */
public final class Senders implements AutoCloseable {
    private static final int POLLS_BETWEEN_HOUSEKEEPINGS = 10;

    private final StopSignal stop = new StopSignal();
    private final List<RepeatedStep> threads = new ArrayList<>();
    private final List<ProviderLine> lines = new ArrayList<>();
    private final List<Provider> providers;
    private final SendingLimits limits;
    private final Doorbells bells;
    private final DeliveryClaims claims;
    private final Attempt attempt;
    private final AnswerRecorder recorder;

    public Senders(
            List<Provider> providers,
            SendingLimits limits,
            Doorbells bells,
            DeliveryClaims claims,
            Attempt attempt,
            AnswerRecorder recorder,
            Housekeeping housekeeping) {
        this.providers = providers;
        this.limits = limits;
        this.bells = bells;
        this.claims = claims;
        this.attempt = attempt;
        this.recorder = recorder;
        providers.forEach(this::addSenders);
        threads.add(new RepeatedStep("notifications-housekeeping", () -> keepHouse(housekeeping), stop));
    }

    /** Begins to send; returns at once. */
    public void start() {
        threads.forEach(RepeatedStep::start);
    }

    /** The bug that ended one of the threads, if one did. */
    public Optional<Throwable> failure() {
        return threads.stream().flatMap(it -> it.failure().stream()).findFirst();
    }

    /** Ends after the message at hand; what is claimed and not sent is given back. */
    @Override
    public void close() {
        stop.give();
        providers.forEach(provider -> {
            for (int i = 0; i < limits.threads(); i++) {
                bells.of(provider.channel()).ring();
            }
        });
        threads.forEach(RepeatedStep::close);
        lines.forEach(ProviderLine::close);
    }

    private void addSenders(Provider provider) {
        for (int i = 1; i <= limits.threads(); i++) {
            SendingRound round = new SendingRound(provider.channel(), limits, claims, attempt, recorder, stop);
            ProviderLine line = provider.open();
            lines.add(line);
            Sender sender = new Sender(round, line, bells.of(provider.channel()), limits.poll(), stop);
            threads.add(new RepeatedStep("notifications-" + provider.channel().wire() + "-" + i, sender::step, stop));
        }
    }

    private void keepHouse(Housekeeping housekeeping) throws InterruptedException {
        if (!housekeeping.run()) {
            stop.await(limits.poll().multipliedBy(POLLS_BETWEEN_HOUSEKEEPINGS));
        }
    }
}
