package io.refundtool.sandbox.feed;

import io.refundtool.events.common.Country;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads returns.csv: the rows of one refund id are one request, in the order of their first rows. */
final class ReturnsFile implements Export.Rows {

    static final int MAX_REQUESTS = 1_000_000;

    private static final List<String> COLUMNS = List.of(
            "refund_id", "requested_at", "order_id", "country", "customer_id", "line_id", "sku", "quantity", "amount");

    private final Map<String, Request> requests = new LinkedHashMap<>();

    private ReturnsFile() {}

    static List<ShopReturn> read(Path path, Consumer<RowProblem> problems) {
        ReturnsFile file = new ReturnsFile();
        new Export(path, COLUMNS).forEach(file, problems);
        return file.requests.values().stream().map(Request::toReturn).toList();
    }

    @Override
    public void read(Row row) throws MalformedRowException {
        String refundId = row.required("refund_id");
        if (requests.size() >= MAX_REQUESTS && !requests.containsKey(refundId)) {
            throw new MalformedRowException("Expected at most " + MAX_REQUESTS + " requests, but this is one more");
        }
        Request request = requests.computeIfAbsent(refundId, id -> new Request(row, id));
        try {
            request.add(row);
        } catch (MalformedRowException e) {
            request.malformed = String.valueOf(e.getMessage());
            throw e;
        }
    }

    /** What all rows of a request have in common. */
    private record Head(Instant requestedAt, String orderId, Country country, String customerId) {

        static Head of(Row row) throws MalformedRowException {
            return new Head(
                    row.time("requested_at"),
                    row.text("order_id"),
                    row.oneOf("country", Country.class, "a country of ISO 3166-1, or EU or ZZ"),
                    row.text("customer_id"));
        }
    }

    private static final class Request {

        private final long firstLine;
        private final String refundId;
        private final String firstOrderId;
        private final List<ShopReturn.Line> lines = new ArrayList<>();
        private @Nullable Head head;
        private @Nullable String malformed;

        Request(Row first, String refundId) {
            this.firstLine = first.line();
            this.refundId = refundId;
            this.firstOrderId = first.text("order_id");
        }

        void add(Row row) throws MalformedRowException {
            Head asHere = Head.of(row);
            if (head == null) {
                head = asHere;
            } else if (!head.equals(asHere)) {
                throw new MalformedRowException("Expected all rows of refund " + refundId
                        + " to agree on time, order, country and customer, but this one differs");
            }
            lines.add(new ShopReturn.Line(
                    row.line(),
                    // Without an order nobody can say which line of it is meant.
                    asHere.orderId().isEmpty() ? row.text("line_id") : row.required("line_id"),
                    row.text("sku"),
                    row.quantity("quantity"),
                    row.decimal("amount")));
        }

        ShopReturn toReturn() {
            Head known = head == null ? new Head(Instant.EPOCH, firstOrderId, Country.ZZ, "") : head;
            return new ShopReturn(
                    firstLine,
                    refundId,
                    known.requestedAt(),
                    known.orderId(),
                    known.country(),
                    known.customerId(),
                    List.copyOf(lines),
                    malformed);
        }
    }
}
