package io.refundtool.fiscalization.application;

import io.refundtool.fiscalization.domain.Answer;
import io.refundtool.fiscalization.domain.Decision;
import io.refundtool.fiscalization.domain.Decision.Unchanged;
import io.refundtool.fiscalization.domain.Decision.Why;
import io.refundtool.fiscalization.domain.ErrorType;
import io.refundtool.fiscalization.domain.ExternalIds;
import io.refundtool.fiscalization.domain.FiscalError;
import io.refundtool.fiscalization.domain.ReceiptDecider;
import io.refundtool.fiscalization.domain.ReceiptProgress;
import io.refundtool.fiscalization.domain.ReceiptState;
import io.refundtool.fiscalization.persistence.AnswerTable.AnswerRow;
import io.refundtool.fiscalization.persistence.EarlyCallbackTable.EarlyCallback;
import io.refundtool.fiscalization.persistence.ReceiptChange;
import io.refundtool.fiscalization.persistence.RegistrationTable.Registration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies answers to locked receipts, in the memory of one transaction. */
final class AnswerBatch {
    private static final int ALREADY_EXISTS = 33;

    private final ReceiptDecider decider;
    private final DecisionListener listener;
    private final Map<String, Registration> registrations;
    private final Map<String, Long> beingRegistered;
    private final Map<Long, ReceiptDraft> drafts;
    private final List<AnswerRow> answers = new ArrayList<>();
    private final List<Registration> accepted = new ArrayList<>();
    private final List<EarlyCallback> early = new ArrayList<>();

    /**
     * A batch.
     *
     * @param registrations what is known by uuid
     * @param beingRegistered receipts that are being sent, by external id
     * @param drafts all receipts that the answers may be about, locked
     */
    AnswerBatch(
            ReceiptDecider decider,
            DecisionListener listener,
            Map<String, Registration> registrations,
            Map<String, Long> beingRegistered,
            Map<Long, ReceiptDraft> drafts) {
        this.decider = decider;
        this.listener = listener;
        this.registrations = registrations;
        this.beingRegistered = beingRegistered;
        this.drafts = drafts;
    }

    Recorded tell(Told told) {
        return switch (told.source()) {
            case REGISTER -> reply(told);
            case REPORT -> about(told, draft(told.receiptId()), told.registration());
            case CALLBACK -> callback(told);
        };
    }

    List<AnswerRow> answers() {
        return answers;
    }

    List<Registration> accepted() {
        return accepted;
    }

    List<EarlyCallback> early() {
        return early;
    }

    Collection<ReceiptDraft> drafts() {
        return drafts.values();
    }

    List<ReceiptChange> changes() {
        return drafts.values().stream()
                .map(ReceiptDraft::change)
                .flatMap(Optional::stream)
                .toList();
    }

    private Recorded reply(Told told) {
        ReceiptDraft draft = draft(told.receiptId());
        String uuid = told.uuid();
        if (uuid == null) {
            return about(told, draft, told.registration());
        }
        Registration registration = new Registration(uuid, told.receiptId(), told.registration());
        Registration known = registrations.putIfAbsent(uuid, registration);
        if (known != null && !known.equals(registration)) {
            return about(told.withAnswer(ofAnother(uuid)), draft, told.registration());
        }
        if (known == null) {
            accepted.add(registration);
        }
        if (told.registration() == draft.progress().registration()) {
            draft.accepted(uuid);
        }
        return about(told, draft, told.registration());
    }

    private Recorded callback(Told told) {
        Registration known = registrations.get(told.uuid());
        if (known != null) {
            return about(told, draft(known.receiptId()), known.number());
        }
        Long receiptId = beingRegistered.get(told.externalId());
        ReceiptDraft draft = receiptId == null ? null : drafts.get(receiptId);
        if (draft == null
                || draft.progress().state() != ReceiptState.TO_REGISTER
                || !draft.progress().externalId().equals(told.externalId())
                || told.uuid() == null
                || told.body() == null) {
            return Recorded.UNKNOWN;
        }
        early.add(new EarlyCallback(draft.row().receiptId(), told.uuid(), told.body()));
        return Recorded.EARLY;
    }

    private Recorded about(Told told, ReceiptDraft draft, int registration) {
        Decision decision = decide(told, draft.progress(), registration);
        Recorded recorded = recorded(decision);
        note(told, draft, registration, decision);
        if (recorded == Recorded.CONTRADICTION
                && told.source() == AnswerSource.REPORT
                && draft.progress().state() == ReceiptState.WAITING) {
            // Asked again, it may become true; but not for ever.
            String reason = ((Unchanged) decision).reason();
            draft.apply(decider.decide(draft.progress(), registration, new Answer.StillWaiting(reason)));
        }
        return recorded;
    }

    private Decision decide(Told told, ReceiptProgress receipt, int registration) {
        String expected = ExternalIds.of(receipt.operation(), receipt.movementId(), receipt.ordinal(), registration);
        String named = told.externalId();
        return named == null || named.equals(expected)
                ? decider.decide(receipt, registration, told.answer())
                : new Unchanged(
                        receipt,
                        Why.CONTRADICTION,
                        "Expected the report to be about %s, but it names another external id".formatted(expected));
    }

    private void note(Told told, ReceiptDraft draft, int registration, Decision decision) {
        @Nullable FiscalError error = AnswerFacts.errorOf(told.answer());
        String reason =
                decision instanceof Unchanged unchanged ? unchanged.reason() : AnswerFacts.textOf(told.answer());
        answers.add(new AnswerRow(
                draft.row().receiptId(), registration, told, decision.getClass().getSimpleName(), reason, error));
        draft.apply(decision);
        listener.decided(draft.row(), told, decision);
    }

    private ReceiptDraft draft(long receiptId) {
        ReceiptDraft draft = drafts.get(receiptId);
        if (draft == null) {
            throw new IllegalStateException("Expected receipt " + receiptId + " to be in the ledger, but it is not");
        }
        return draft;
    }

    private static Recorded recorded(Decision decision) {
        return decision instanceof Unchanged unchanged
                ? switch (unchanged.why()) {
                    case REPEATED, OUTDATED -> Recorded.REPEATED;
                    case CONTRADICTION -> Recorded.CONTRADICTION;
                }
                : Recorded.APPLIED;
    }

    private static Answer ofAnother(String uuid) {
        return new Answer.Refused(new FiscalError(
                "", ALREADY_EXISTS, ErrorType.SYSTEM, "The uuid " + uuid + " belongs to another registration"));
    }
}
