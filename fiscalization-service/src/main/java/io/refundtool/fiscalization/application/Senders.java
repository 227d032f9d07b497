package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.domain.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends claimed receipts, a virtual thread each, within two limits: of what is claimed, and of requests at once. */
public final class Senders {
    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);
    private static final Duration STOP_WAIT = Duration.ofSeconds(10);

    private final FiscalRegister register;
    private final AnswerQueue answers;
    private final SendingGate gate;
    private final int concurrency;
    private final Semaphore backlog;
    private final Semaphore requests;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    public Senders(FiscalRegister register, AnswerQueue answers, SendingGate gate, WorkLimits limits) {
        this.register = register;
        this.answers = answers;
        this.gate = gate;
        this.concurrency = limits.concurrency();
        this.backlog = new Semaphore(limits.backlog());
        this.requests = new Semaphore(limits.concurrency());
    }

    void open() {
        closed = false;
    }

    /** What is not sent yet is not sent any more; it becomes due again soon. */
    void close() {
        closed = true;
    }

    /** Lets the requests under way finish. */
    void awaitEnd() throws InterruptedException {
        if (requests.tryAcquire(concurrency, STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            requests.release(concurrency);
        } else {
            LOG.warn("Stopped while receipts were being sent; they are sent again under the same external ids");
        }
    }

    /** The bug that ended one of the threads. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Waits for room for so many claimed receipts. */
    void reserve(int receipts) throws InterruptedException {
        backlog.acquire(receipts);
    }

    void giveBack(int receipts) {
        backlog.release(receipts);
    }

    /**
     * Sends the receipts, for which there is room.
     *
     * @param leaseEnd by the clock of {@link System#nanoTime}; whoever is late leaves the receipt to the next claim
     */
    void send(List<RegistrationRequest> claimed, long leaseEnd) {
        claimed.forEach(request -> Thread.ofVirtual()
                .name("fiscalization-send")
                .uncaughtExceptionHandler(this::diedOfBug)
                .start(() -> send(request, leaseEnd)));
    }

    private void send(RegistrationRequest request, long leaseEnd) {
        try {
            requests.acquire();
            try {
                sendWithin(request, leaseEnd);
            } finally {
                requests.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            backlog.release();
        }
    }

    private void sendWithin(RegistrationRequest request, long leaseEnd) {
        if (System.nanoTime() - leaseEnd >= 0) {
            LOG.debug("The lease of receipt {} ended before it was sent", request.externalId());
            return;
        }
        RegisterAnswer answer = gate.atMost(1) == 0 || closed
                ? RegisterAnswer.none(new Answer.NotSent("Sending is stopped"))
                : register.register(request);
        if (answer.answer() instanceof Answer.Accepted || answer.answer() instanceof Answer.AcceptedEarlier) {
            gate.accepted();
        }
        answers.leave(Told.reply(request, answer));
    }

    private void diedOfBug(Thread sender, Throwable bug) {
        failure = bug;
        LOG.error("A receipt could not be sent because of a bug; it is due again when its lease ends", bug);
    }
}
