package io.refundtool.sandbox.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many requests came to which end, and for how much money; amounts of different currencies are told apart. */
public final class OutcomeTable {

    private static final class Total {
        private int count;
        private final Map<String, BigDecimal> sums = new TreeMap<>();
    }

    private final Map<String, Total> totals = new TreeMap<>();
    private int all;

    /**
     * Counts a request.
     *
     * @param currency empty when it is not known
     * @param amount empty when it is not known
     */
    public void add(String outcome, String currency, String amount) {
        Total total = totals.computeIfAbsent(outcome, name -> new Total());
        total.count++;
        all++;
        if (!amount.isEmpty()) {
            total.sums.merge(currency, new BigDecimal(amount), BigDecimal::add);
        }
    }

    /** The lines of the table. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line("outcome", "requests", "amount"));
        totals.forEach((outcome, total) -> lines.add(line(outcome, Integer.toString(total.count), sums(total))));
        lines.add(line("in all", Integer.toString(all), ""));
        return lines;
    }

    private static String sums(Total total) {
        List<String> sums = new ArrayList<>();
        total.sums.forEach(
                (currency, sum) -> sums.add(String.format(Locale.ROOT, "%,." + sum.scale() + "f %s", sum, currency)
                        .strip()));
        return String.join(", ", sums);
    }

    private static String line(String outcome, String count, String amount) {
        return String.format(Locale.ROOT, "%-22s %9s  %s", outcome, count, amount)
                .stripTrailing();
    }
}
