package io.refundtool.sandbox.audit;

import io.refundtool.events.Topic;
import io.refundtool.events.fiscalization.ReceiptRegistered;
import io.refundtool.events.refund.MoneyRefunded;
import io.refundtool.events.refund.MoneyReversed;
import io.refundtool.sandbox.atol.AtolReceipt;
import io.refundtool.sandbox.topic.RefundKey;
import io.refundtool.sandbox.topic.TopicScan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose a receipt is: that of the refund that it was told for, or else, since nobody tells of some receipts of a movement
 * while others failed, that of the movement that its external id names.
 */
final class ReceiptOwners {

    private static final Pattern EXTERNAL_ID = Pattern.compile("[a-z]+-(.+)-r[0-9]+(-t[0-9]+)?");

    private final Map<String, RefundKey> told = new HashMap<>();
    private final Map<String, RefundKey> movements = new HashMap<>();

    private ReceiptOwners() {}

    static ReceiptOwners in(TopicScan topics) {
        ReceiptOwners owners = new ReceiptOwners();
        topics.events(Topic.FISCALIZATION_UPDATE_V1, envelope -> {
            if (envelope.event() instanceof ReceiptRegistered registered) {
                registered
                        .receipts()
                        .forEach(receipt -> owners.told.put(receipt.externalId(), RefundKey.of(registered)));
            }
        });
        topics.events(Topic.REFUND_UPDATE_V1, envelope -> {
            switch (envelope.event()) {
                case MoneyRefunded refunded -> owners.movements.put(refunded.movementId(), RefundKey.of(refunded));
                case MoneyReversed reversed -> owners.movements.put(reversed.movementId(), RefundKey.of(reversed));
                default -> {
                    // No other event begins a movement.
                }
            }
        });
        return owners;
    }

    Map<String, RefundKey> of(List<AtolReceipt> receipts) {
        Map<String, RefundKey> owners = new HashMap<>();
        for (AtolReceipt receipt : receipts) {
            @Nullable RefundKey owner = of(receipt.externalId());
            if (owner != null) {
                owners.put(receipt.externalId(), owner);
            }
        }
        return owners;
    }

    private @Nullable RefundKey of(String externalId) {
        Matcher id = EXTERNAL_ID.matcher(externalId);
        @Nullable RefundKey owner = told.get(externalId);
        return owner == null && id.matches() ? movements.get(id.group(1)) : owner;
    }
}
