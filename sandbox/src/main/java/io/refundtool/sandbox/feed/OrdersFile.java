package io.refundtool.sandbox.feed;

import io.refundtool.events.common.Country;
import io.refundtool.events.common.CurrencyCode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads orders.csv and keeps only the orders that somebody asks for. */
final class OrdersFile implements Export.Rows {

    private static final List<String> COLUMNS = List.of(
            "order_id",
            "ordered_at",
            "country",
            "currency",
            "customer_id",
            "line_id",
            "sku",
            "name",
            "quantity",
            "unit_price");
    private static final int MICROS_DIGITS = 6;

    private final Set<String> wanted;
    private final Map<String, ShopOrder> orders = new HashMap<>();
    private final Set<String> incomplete = new HashSet<>();
    private boolean skippedRows;

    private OrdersFile(Set<String> wanted) {
        this.wanted = wanted;
    }

    /** The wanted orders by id; one of which a row may have been left out says so. */
    static Map<String, ShopOrder> read(Path path, Set<String> wanted, Consumer<RowProblem> problems) {
        OrdersFile file = new OrdersFile(wanted);
        new Export(path, COLUMNS).forEach(file, problems);
        file.orders.values().stream()
                .filter(order -> file.skippedRows || file.incomplete.contains(order.orderId()))
                .forEach(order -> order.lines().markIncomplete());
        return file.orders;
    }

    @Override
    public void read(Row row) throws MalformedRowException {
        String orderId = row.required("order_id");
        if (!wanted.contains(orderId)) {
            return;
        }
        try {
            orderOf(orderId, row).lines().add(line(row));
        } catch (MalformedRowException e) {
            incomplete.add(orderId);
            throw e;
        }
    }

    @Override
    public void skipped() {
        skippedRows = true;
    }

    private ShopOrder orderOf(String orderId, Row row) throws MalformedRowException {
        ShopOrder asHere = new ShopOrder(
                orderId,
                row.time("ordered_at"),
                row.oneOf("country", Country.class, "a country of ISO 3166-1, or EU or ZZ"),
                row.oneOf("currency", CurrencyCode.class, "a currency of ISO 4217"),
                row.text("customer_id"),
                new ShopOrder.Lines());
        ShopOrder order = orders.computeIfAbsent(orderId, id -> asHere);
        if (!order.agreesWith(asHere)) {
            throw new MalformedRowException("Expected all rows of order " + orderId
                    + " to agree on time, country, currency and customer, but this one differs");
        }
        return order;
    }

    private static ShopOrder.Line line(Row row) throws MalformedRowException {
        return new ShopOrder.Line(
                row.required("line_id"),
                row.required("sku"),
                row.text("name"),
                row.quantity("quantity"),
                micros(row.decimal("unit_price")));
    }

    private static long micros(BigDecimal price) throws MalformedRowException {
        try {
            return price.movePointRight(MICROS_DIGITS).longValueExact();
        } catch (ArithmeticException e) {
            throw Row.unexpected("unit_price", "at most millionths and within 64 bits", price.toPlainString());
        }
    }
}
