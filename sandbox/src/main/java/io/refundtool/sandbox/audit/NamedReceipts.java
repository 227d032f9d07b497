package io.refundtool.sandbox.audit;

import io.refundtool.events.common.ReceiptKind;
import io.refundtool.sandbox.atol.AtolReceipt;
import io.refundtool.sandbox.topic.RefundKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The receipts that a refund names are in the register's ledger, as what the refund says that they are; when it has come
 * to its end it names all of them.
 */
final class NamedReceipts {

    private NamedReceipts() {}

    static List<Finding> check(RefundKey refund, LastUpdate last, List<AtolReceipt> receipts) {
        List<Finding> findings = new ArrayList<>();
        Set<String> registered = new TreeSet<>();
        receipts.forEach(receipt -> registered.add(receipt.externalId()));
        Set<String> named = new TreeSet<>(last.receipts().keySet());
        boolean allThere = last.isFinal() ? registered.equals(named) : registered.containsAll(named);
        if (!allThere) {
            findings.add(Finding.of(
                    refund,
                    "Expected the receipts %s that the refund names, but ATOL's ledger has %s"
                            .formatted(named, registered)));
        }
        for (AtolReceipt receipt : receipts) {
            @Nullable ReceiptKind kind = last.receipts().get(receipt.externalId());
            if (kind != null && !Objects.equals(Registered.operationOf(kind), receipt.operation())) {
                findings.add(Finding.of(
                        refund,
                        "Expected receipt %s to be a %s, as the refund says, but it is one of %s"
                                .formatted(receipt.externalId(), kind.wire(), receipt.operation())));
            }
        }
        return findings;
    }
}
