package io.refundtool.sandbox.feed;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A shop's export, ready to be announced.
 *
 * @param returns all requests in the order of returns.csv
 * @param problems the rows that cannot be used
 */
public record ShopExport(List<ImportedReturn> returns, List<RowProblem> problems) {

    /** More are counted, but no longer kept. */
    static final int MAX_PROBLEMS = 100_000;

    /**
     * Reads both files; only the orders that a request names are kept in memory.
     *
     * @throws UnusableFileException when a file is missing or is something else
     */
    public static ShopExport read(Path ordersFile, Path returnsFile, ImportSettings settings) {
        List<RowProblem> problems = new ArrayList<>();
        Consumer<RowProblem> keep = problem -> {
            if (problems.size() < MAX_PROBLEMS) {
                problems.add(problem);
            }
        };
        List<ShopReturn> returns = ReturnsFile.read(returnsFile, keep);
        Set<String> wanted = new HashSet<>();
        returns.forEach(asked -> wanted.add(asked.orderId()));
        Map<String, ShopOrder> orders = OrdersFile.read(ordersFile, wanted, keep);
        Importer importer = new Importer(settings, orders);
        String file = String.valueOf(returnsFile.getFileName());
        return new ShopExport(
                returns.stream()
                        .map(asked -> imported(asked, importer, file, keep))
                        .toList(),
                problems);
    }

    private static ImportedReturn imported(
            ShopReturn asked, Importer importer, String file, Consumer<RowProblem> problems) {
        if (asked.malformed() != null) {
            return new ImportedReturn(asked.refundId(), asked.orderId(), "", null);
        }
        try {
            FeedRequest request = importer.toRequest(asked);
            String amount = Money.text(request.amountMinor(), request.currency());
            return new ImportedReturn(asked.refundId(), asked.orderId(), amount, request);
        } catch (MalformedRowException e) {
            problems.accept(new RowProblem(file, asked.line(), String.valueOf(e.getMessage())));
            BigDecimal amount = asked.amount();
            return new ImportedReturn(asked.refundId(), asked.orderId(), amount.toPlainString(), null);
        }
    }
}
