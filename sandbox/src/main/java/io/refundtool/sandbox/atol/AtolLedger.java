package io.refundtool.sandbox.atol;

import io.refundtool.sandbox.ledger.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every registration that was taken, found by uuid and by external id. */
public final class AtolLedger {

    private final Map<String, AtolReceipt> byUuid = new LinkedHashMap<>();
    private final Map<String, String> uuidByExternalId = new LinkedHashMap<>();
    private final Journal<AtolReceipt> journal;

    /** Goes on with what the journal has. */
    public AtolLedger(Journal<AtolReceipt> journal) {
        this.journal = journal;
        journal.earlier().forEach(this::keep);
    }

    /**
     * What the register will make of a registration.
     *
     * @param resultAt null when it never gets to it
     * @param error null when it prints the receipt
     */
    record Fate(@Nullable Instant resultAt, @Nullable AtolError error) {}

    /**
     * @param created false when the external id was there before; then the receipt is the older one
     */
    record Registration(AtolReceipt receipt, boolean created) {}

    /** Takes the registration, unless there is one under its external id. */
    synchronized Registration register(String operation, ReceiptRequest request, Instant now, Fate fate) {
        Optional<AtolReceipt> known = ofExternalId(request.externalId());
        if (known.isPresent()) {
            return new Registration(known.get(), false);
        }
        AtolReceipt receipt = new AtolReceipt(
                UUID.randomUUID().toString(),
                request.externalId(),
                operation,
                request.total(),
                request.callbackUrl(),
                byUuid.size() + 1L,
                now,
                fate.resultAt(),
                fate.error());
        keep(receipt);
        journal.append(receipt);
        return new Registration(receipt, true);
    }

    private void keep(AtolReceipt receipt) {
        byUuid.put(receipt.uuid(), receipt);
        uuidByExternalId.put(receipt.externalId(), receipt.uuid());
    }

    synchronized Optional<AtolReceipt> find(String uuid) {
        return Optional.ofNullable(byUuid.get(uuid));
    }

    private Optional<AtolReceipt> ofExternalId(String externalId) {
        return Optional.ofNullable(uuidByExternalId.get(externalId)).map(byUuid::get);
    }

    /** Everything that was taken, in order. */
    public synchronized List<AtolReceipt> registrations() {
        return new ArrayList<>(byUuid.values());
    }

    /** Everything that was printed, in order: what the tax office knows. */
    public synchronized List<AtolReceipt> receipts() {
        return byUuid.values().stream().filter(AtolReceipt::fiscal).toList();
    }

    /** How many registrations have no result yet and will have one. */
    public synchronized int pending(Instant now) {
        return (int) byUuid.values().stream()
                .filter(receipt -> receipt.resultAt() != null && !receipt.hasResult(now))
                .count();
    }
}
