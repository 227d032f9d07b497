package io.refundtool.refund.scenario;

import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.Channel;
import io.refundtool.events.common.DeclineCode;
import io.refundtool.events.common.OrderBasis;
import io.refundtool.events.common.OrderLine;
import io.refundtool.events.common.PaymentMethod;
import io.refundtool.events.common.Receipt;
import io.refundtool.events.common.ReceiptKind;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.common.RequestedLine;
import io.refundtool.events.common.TenderKind;
import io.refundtool.events.common.VatRate;
import io.refundtool.events.fiscalization.ReceiptFailed;
import io.refundtool.events.fiscalization.ReceiptRegistered;
import io.refundtool.events.operator.MarkedPaid;
import io.refundtool.refund.domain.RefundEvents;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a field is that a scenario leaves out. docs/scenarios.md lists it for testers. */
final class Defaults {

    private Defaults() {}

    /**
     * The value of a field that is left out.
     *
     * @param known the fields that are not left out, by name
     * @return null where there is none
     */
    static @Nullable Object of(Scope scope, RecordComponent component, Map<String, Object> known) {
        if (Names.optional(component)) {
            return null;
        }
        if (component.getType() == Instant.class) {
            return RefundEvents.NOON;
        }
        Class<?> owner = component.getDeclaringRecord();
        return owner == OrderBasis.class || owner == OrderLine.class
                ? ofOrder(scope, component, known)
                : ofEvent(scope, component, known);
    }

    private static @Nullable Object ofOrder(Scope scope, RecordComponent component, Map<String, Object> known) {
        OrderBasis order = scope.fixture().given().order();
        return switch (component.getName()) {
            case "currency" -> scope.fixture().given().currency();
            case "customer" -> order.customer();
            case "payments" -> order.payments();
            case "lines" -> order.lines();
            case "sku" -> "SKU-" + known.get("lineId");
            case "name" -> "Goods " + known.get("lineId");
            case "vatRate" -> VatRate.VAT20;
            case "paymentMethod" -> PaymentMethod.FULL_PAYMENT;
            case "quantity", "paymentObject" -> 1;
            default -> null;
        };
    }

    private static @Nullable Object ofEvent(Scope scope, RecordComponent component, Map<String, Object> known) {
        Fixture fixture = scope.fixture();
        return switch (component.getName()) {
            case "orderId" -> scope.orderId();
            case "refundId" -> Fixture.FIRST_REFUND;
            case "country" -> fixture.given().country();
            case "currency" -> fixture.given().currency();
            case "order" -> fixture.given().order();
            case "payout" -> RefundEvents.CARD;
            case "part", "round", "attempt" -> 1;
            case "limit" -> 5;
            case "quantity" -> component.getDeclaringRecord() == RequestedLine.class ? 1 : null;
            case "amountMinor" -> amount(scope, component, known);
            case "lines" ->
                component.getDeclaringRecord() == RefundRequested.class ? List.of(fixture.onePiece()) : null;
            case "operator" -> "anna";
            case "note" -> "a note";
            case "reason" -> "a reason";
            case "tender" -> TenderKind.CARD;
            default -> ofAnswer(scope, component, known);
        };
    }

    private static @Nullable Object ofAnswer(Scope scope, RecordComponent component, Map<String, Object> known) {
        Class<?> owner = component.getDeclaringRecord();
        return switch (component.getName()) {
            case "idempotencyKey" -> scope.idempotencyKey((Integer) known.getOrDefault("part", 1), 1);
            case "transactionId" -> owner == MarkedPaid.class ? "outside-1" : "T-" + known.getOrDefault("part", 1);
            case "reversalTransactionId" -> known.get("transactionId") + "-back";
            case "code" -> owner == ReceiptFailed.class ? "32" : DeclineCode.ACCOUNT_CLOSED;
            case "movementId" -> Ids.movementId(scope.orderId(), scope.refundId(), Ids.Movement.OUT);
            case "receipts" -> List.of(receipt((Long) known.getOrDefault("amountMinor", 0L)));
            case "externalId" -> "x-1";
            case "kind" -> owner == Receipt.class ? ReceiptKind.REFUND : null;
            case "fiscalReceiptNumber" -> 1L;
            case "fiscalDocumentNumber" -> 2L;
            case "fiscalDocumentAttribute" -> 3L;
            case "fiscalStorageNumber" -> "9999";
            case "notifiedOf" -> RefundStatus.FISCALIZED;
            case "channel" -> Channel.EMAIL;
            case "messageId" -> "m-1";
            default -> null;
        };
    }

    private static @Nullable Object amount(Scope scope, RecordComponent component, Map<String, Object> known) {
        Class<?> owner = component.getDeclaringRecord();
        if (owner == RequestedLine.class
                || !(owner == Receipt.class || owner.getPackageName().startsWith(EVENTS))) {
            return null;
        }
        return owner == ReceiptRegistered.class && known.get("receipts") instanceof List<?> receipts
                ? receipts.stream()
                        .mapToLong(receipt -> ((Receipt) receipt).amountMinor())
                        .sum()
                : (Object) scope.fixture().asked(scope.refundId());
    }

    private static Receipt receipt(long amountMinor) {
        return new Receipt("x-1", ReceiptKind.REFUND, amountMinor, 1, 2, 3, "9999", RefundEvents.NOON, null);
    }

    private static final String EVENTS = "io.refundtool.events.";
}
