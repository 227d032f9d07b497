package io.refundtool.sandbox.audit;

import io.refundtool.sandbox.payment.LedgerEntry;
import io.refundtool.sandbox.topic.RefundKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Payment's ledger says of one refund.
 *
 * @param out the movements out that did not come back
 * @param netMinor what is out in all, in minor units
 */
record Moved(List<LedgerEntry> out, long netMinor) {

    static final Moved NOTHING = new Moved(List.of(), 0);

    static Map<RefundKey, Moved> byRefund(List<LedgerEntry> entries) {
        Map<RefundKey, List<LedgerEntry>> grouped = new HashMap<>();
        for (LedgerEntry entry : entries) {
            grouped.computeIfAbsent(new RefundKey(entry.orderId(), entry.refundId()), key -> new ArrayList<>())
                    .add(entry);
        }
        Map<RefundKey, Moved> moved = new HashMap<>();
        grouped.forEach((refund, of) -> moved.put(refund, of(of)));
        return moved;
    }

    private static Moved of(List<LedgerEntry> entries) {
        Set<String> back = new HashSet<>();
        entries.stream()
                .filter(LedgerEntry::back)
                .map(LedgerEntry::transactionId)
                .forEach(back::add);
        List<LedgerEntry> out = entries.stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.PAID && !back.contains(entry.transactionId()))
                .toList();
        return new Moved(out, entries.stream().mapToLong(LedgerEntry::netMinor).sum());
    }

    /** The same without these movements out. */
    Moved without(Set<String> transactions) {
        List<LedgerEntry> rest = out.stream()
                .filter(entry -> !transactions.contains(entry.transactionId()))
                .toList();
        long gone = out.stream().mapToLong(LedgerEntry::netMinor).sum()
                - rest.stream().mapToLong(LedgerEntry::netMinor).sum();
        return new Moved(rest, netMinor - gone);
    }

    long paid(int part) {
        return out.stream().filter(entry -> entry.part() == part).count();
    }
}
