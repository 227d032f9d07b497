package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.domain.ReceiptDecider;
import io.refundtool.fiscalization.loop.WakeUp;
import io.refundtool.fiscalization.persistence.EarlyCallbackTable.EarlyCallback;
import io.refundtool.fiscalization.persistence.RegistrationTable.Registration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Applies answers to the ledger, many in one transaction: lock, decide, write, tell.
 *
 * <p>The answer to a registration and its callback may arrive in either order and at two instances. Both lock the
 * receipt first, so the later one always sees what the earlier one left: the uuid, or the callback that came early.
 */
public final class AnswerRecorder {
    private final Ledger ledger;
    private final Corrections corrections;
    private final MovementSettler settler;
    private final ReceiptDecider decider;
    private final CallbackReader callbacks;
    private final DecisionListener listener;
    private final WakeUp reports;
    private final TransactionOperations transactions;

    public AnswerRecorder(
            Ledger ledger,
            Corrections corrections,
            MovementSettler settler,
            ReceiptDecider decider,
            CallbackReader callbacks,
            DecisionListener listener,
            WakeUp reports,
            TransactionOperations transactions) {
        this.ledger = ledger;
        this.corrections = corrections;
        this.settler = settler;
        this.decider = decider;
        this.callbacks = callbacks;
        this.listener = listener;
        this.reports = reports;
        this.transactions = transactions;
    }

    /**
     * Records the answers in one transaction.
     *
     * @return what became of each answer, in their order
     */
    public List<Recorded> record(List<Told> answers) {
        return Objects.requireNonNull(transactions.execute(_ -> recordAll(answers)));
    }

    private List<Recorded> recordAll(List<Told> answers) {
        AnswerBatch batch = load(answers);
        Map<Integer, Recorded> results = new HashMap<>();
        // Replies first: a callback in the same batch then knows its uuid.
        IntStream.range(0, answers.size())
                .boxed()
                .sorted(Comparator.comparing(index -> answers.get(index).source()))
                .forEach(index -> results.put(index, batch.tell(answers.get(index))));
        tellEarlyCallbacks(batch);
        write(batch);
        return IntStream.range(0, answers.size())
                .mapToObj(results::get)
                .map(Objects::requireNonNull)
                .toList();
    }

    private AnswerBatch load(List<Told> answers) {
        Map<String, Registration> known = new HashMap<>(ledger.registrations().find(uuids(answers)));
        List<Told> unknown = answers.stream()
                .filter(told -> told.source() == AnswerSource.CALLBACK && !known.containsKey(told.uuid()))
                .toList();
        Map<String, Long> beingRegistered = beingRegistered(unknown);
        Set<Long> receiptIds = new HashSet<>(beingRegistered.values());
        answers.stream().map(Told::receiptId).filter(id -> id > 0).forEach(receiptIds::add);
        known.values().forEach(registration -> receiptIds.add(registration.receiptId()));
        Map<Long, ReceiptDraft> drafts = lock(receiptIds);
        if (!beingRegistered.isEmpty()) {
            // The reply may have been stored while this waited for the lock.
            ledger.registrations().find(uuids(unknown)).values().stream()
                    .filter(registration -> drafts.containsKey(registration.receiptId()))
                    .forEach(registration -> known.put(registration.uuid(), registration));
        }
        return new AnswerBatch(decider, listener, known, beingRegistered, drafts);
    }

    private Map<Long, ReceiptDraft> lock(Set<Long> receiptIds) {
        Map<Long, ReceiptDraft> drafts = new LinkedHashMap<>();
        if (!receiptIds.isEmpty()) {
            ledger.receipts().lock(receiptIds).forEach((id, row) -> drafts.put(id, new ReceiptDraft(row)));
        }
        return drafts;
    }

    private Map<String, Long> beingRegistered(List<Told> unknown) {
        Set<String> externalIds =
                unknown.stream().map(Told::externalId).filter(Objects::nonNull).collect(Collectors.toSet());
        return externalIds.isEmpty() ? Map.of() : ledger.receipts().beingRegistered(externalIds);
    }

    private void tellEarlyCallbacks(AnswerBatch batch) {
        List<Registration> accepted = batch.accepted();
        Set<String> uuids = accepted.stream().map(Registration::uuid).collect(Collectors.toSet());
        Set<Long> receiptIds = accepted.stream().map(Registration::receiptId).collect(Collectors.toSet());
        for (EarlyCallback early : ledger.earlyCallbacks().take(receiptIds)) {
            if (uuids.contains(early.uuid())) {
                batch.tell(callbacks.read(early.body()));
            }
        }
    }

    private void write(AnswerBatch batch) {
        batch.early().forEach(ledger.earlyCallbacks()::keep);
        ledger.registrations().insert(batch.accepted());
        ledger.receipts().update(batch.changes());
        ledger.answers().insert(batch.answers());
        corrections.begin(batch.drafts().stream()
                .filter(ReceiptDraft::replaced)
                .map(ReceiptDraft::row)
                .toList());
        settler.settle(batch.drafts().stream()
                .filter(ReceiptDraft::settled)
                .map(draft -> draft.progress().movementId())
                .collect(Collectors.toSet()));
        if (batch.drafts().stream().anyMatch(ReceiptDraft::reportDueNow)) {
            reports.atCommit();
        }
    }

    private static Collection<String> uuids(List<Told> answers) {
        return answers.stream().map(Told::uuid).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
