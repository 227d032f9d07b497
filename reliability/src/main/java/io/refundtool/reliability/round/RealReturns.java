package io.refundtool.reliability.round;

import io.refundtool.events.bob.RefundRequested;
import io.refundtool.events.common.CapturedPayment;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.OrderBasis;
import io.refundtool.sandbox.feed.FeedRequest;
import io.refundtool.sandbox.feed.ImportSettings;
import io.refundtool.sandbox.feed.ImportedReturn;
import io.refundtool.sandbox.feed.ShopExport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The returns of a real shop, over and over again: each round goes on where the one before would have ended, under ids that
 * name the round. Requests that nobody can attribute are left out: the gateway refuses them.
 */
record RealReturns(List<FeedRequest> requests) implements Requests {

    private static final String ORDERS = "orders.csv.gz";
    private static final String RETURNS = "returns.csv.gz";

    /** About what a round asks for. */
    private static final int STEP = 300;

    static boolean in(Path directory) {
        return Files.exists(directory.resolve(ORDERS)) && Files.exists(directory.resolve(RETURNS));
    }

    static RealReturns read(Path directory) {
        ShopExport export =
                ShopExport.read(directory.resolve(ORDERS), directory.resolve(RETURNS), ImportSettings.defaults());
        return new RealReturns(export.returns().stream()
                .map(ImportedReturn::request)
                .filter(Objects::nonNull)
                .filter(FeedRequest::attributed)
                .toList());
    }

    @Override
    public Set<Country> countries() {
        Set<Country> countries = EnumSet.noneOf(Country.class);
        requests.forEach(request -> countries.add(request.event().country()));
        return countries;
    }

    @Override
    public Set<Country> countriesWithoutFiscalization() {
        return Set.of();
    }

    @Override
    public Next of(int round) {
        return new Next() {
            private int given;

            @Override
            public FeedRequest next() {
                int position = round * STEP + given;
                int pass = given / requests.size();
                given++;
                return renamed(requests.get(position % requests.size()), "-r" + round + (pass == 0 ? "" : "-" + pass));
            }
        };
    }

    private static FeedRequest renamed(FeedRequest request, String suffix) {
        RefundRequested event = request.event();
        OrderBasis order = event.order();
        List<CapturedPayment> payments = order.payments().stream()
                .map(payment -> new CapturedPayment(
                        payment.paymentId() + suffix, payment.tender(), payment.amountMinor(), payment.capturedAt()))
                .toList();
        return new FeedRequest(
                new RefundRequested(
                        event.orderId() + suffix,
                        event.refundId() + suffix,
                        event.country(),
                        event.requestedAt(),
                        event.reason(),
                        new OrderBasis(order.orderedAt(), order.currency(), order.customer(), payments, order.lines()),
                        event.lines(),
                        event.payout(),
                        event.alternativePayout()),
                true);
    }
}
