package io.refundtool.sandbox.feed;

import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.CapturedPayment;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.Customer;
import io.refundtool.events.common.OrderBasis;
import io.refundtool.events.common.OrderLine;
import io.refundtool.events.common.PaymentMethod;
import io.refundtool.events.common.RequestedLine;
import io.refundtool.events.common.TenderKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A built-in shop in several countries whose customers never stop giving things back: mostly as they may, sometimes more
 * than they bought. The same seed makes the same refunds under the same run's name.
 */
public final class Catalogue {

    private static final int MAX_LINES = 4;
    private static final int MAX_PIECES = 3;
    private static final int COMMODITY = 1;
    private static final Duration ORDERED_BEFORE = Duration.ofDays(3);

    private final Random random;
    private final String run;
    private int made;

    /**
     * A new shop.
     *
     * @param run makes the ids of one run differ from those of another; letters and digits
     */
    public Catalogue(long seed, String run) {
        this.random = new Random(seed);
        this.run = run;
    }

    /** Where it sells. */
    public static Set<Country> countries() {
        return CatalogueCountry.ALL.stream().map(CatalogueCountry::country).collect(Collectors.toUnmodifiableSet());
    }

    /** Where no receipt is asked for. */
    public static Set<Country> countriesWithoutFiscalization() {
        return Set.of(CatalogueCountry.WITHOUT_FISCALIZATION);
    }

    /** The next request, made at the given time. */
    public FeedRequest next(Instant now) {
        made++;
        CatalogueCountry shop = CatalogueCountry.ALL.get(random.nextInt(CatalogueCountry.ALL.size()));
        String orderId = shop.country().wire() + "-" + run + "-" + made;
        OrderBasis order = order(shop, orderId, now.minus(ORDERED_BEFORE));
        RefundRequested event = new RefundRequested(
                orderId, "R-" + orderId, shop.country(), now, null, order, asked(order), null, null);
        return new FeedRequest(event, true);
    }

    private OrderBasis order(CatalogueCountry shop, String orderId, Instant orderedAt) {
        List<OrderLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(MAX_LINES);
        for (int i = 1; i <= count; i++) {
            CatalogueCountry.Product product =
                    shop.products().get(random.nextInt(shop.products().size()));
            lines.add(new OrderLine(
                    Integer.toString(i),
                    product.sku(),
                    product.name(),
                    1 + random.nextInt(MAX_PIECES),
                    product.unitPriceMicros(),
                    shop.vatRate(),
                    PaymentMethod.FULL_PAYMENT,
                    COMMODITY,
                    null));
        }
        String customer = "c" + (1 + random.nextInt(500));
        return new OrderBasis(
                orderedAt,
                shop.currency(),
                new Customer(customer, shop.language(), "customer-" + customer + "@example.test", null),
                payments(shop, orderId, orderedAt, lines),
                lines);
    }

    /** One order in five was paid with a gift card first, so that its refund goes back in two parts. */
    private List<CapturedPayment> payments(CatalogueCountry shop, String orderId, Instant at, List<OrderLine> lines) {
        long total = lines.stream()
                .mapToLong(line -> Money.lineTotal(line.unitPriceMicros(), line.quantity(), shop.currency()))
                .sum();
        if (random.nextInt(5) > 0 || total < 2) {
            return List.of(new CapturedPayment("P-" + orderId, TenderKind.CARD, total, at));
        }
        return List.of(
                new CapturedPayment("G-" + orderId, TenderKind.GIFT_CARD, total / 2, at),
                new CapturedPayment("P-" + orderId, TenderKind.CARD, total - total / 2, at));
    }

    private List<RequestedLine> asked(OrderBasis order) {
        OrderLine line = order.lines().get(random.nextInt(order.lines().size()));
        int pieces = 1 + random.nextInt(line.quantity());
        long amount = Money.lineTotal(line.unitPriceMicros(), pieces, order.currency());
        return List.of(
                switch (random.nextInt(20)) {
                    case 0 -> new RequestedLine(line.lineId(), line.quantity() + 1, amount);
                    case 1 -> new RequestedLine(line.lineId(), pieces, 2 * amount + 1);
                    case 2 -> new RequestedLine(line.lineId(), pieces, 0);
                    default -> new RequestedLine(line.lineId(), pieces, amount);
                });
    }
}
