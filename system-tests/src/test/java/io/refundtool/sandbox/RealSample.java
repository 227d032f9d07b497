package io.refundtool.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.events.common.Country;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Some orders of the real shop with all their returns, what an independent oracle says of them, and some returns without
 * an order. Whole orders, since requests of one order depend on each other.
 *
 * @param returns the sample's own returns.csv
 * @param expected refund id, order id, outcome and amount of each request, in file order
 */
record RealSample(Path returns, List<List<String>> expected) {

    static final Path DIRECTORY = Path.of("../../shared/data/online-retail");
    static final Path ORDERS = DIRECTORY.resolve("orders.csv.gz");

    private static final int MAX_REQUESTS = 150;
    private static final int EVERY = 7;
    private static final Set<String> DECIDED = Set.of("QUANTITY_EXCEEDED", "AMOUNT_EXCEEDED");

    static boolean available() {
        return Files.exists(ORDERS);
    }

    /** Where its customers are. */
    static Set<Country> countries() {
        return available()
                ? EnumSet.of(
                        Country.AU,
                        Country.BE,
                        Country.CH,
                        Country.CY,
                        Country.CZ,
                        Country.DE,
                        Country.ES,
                        Country.FI,
                        Country.FR,
                        Country.GB,
                        Country.IE,
                        Country.IT,
                        Country.JE,
                        Country.JP,
                        Country.NL,
                        Country.NO,
                        Country.PL,
                        Country.PT,
                        Country.SA,
                        Country.SE,
                        Country.SG)
                : EnumSet.noneOf(Country.class);
    }

    static RealSample write(Path directory) throws IOException {
        List<String> expected = lines("expected.csv.gz");
        Map<String, String> orderOf = new HashMap<>();
        Set<String> orders = new LinkedHashSet<>();
        List<String> refunds = new ArrayList<>();
        for (String line : expected.subList(1, expected.size())) {
            String[] fields = line.split(",", -1);
            orderOf.put(fields[0], fields[1]);
            boolean interesting = DECIDED.contains(fields[2]) || orderOf.size() % EVERY == 0;
            if (interesting && refunds.size() + orders.size() < MAX_REQUESTS) {
                boolean _ = fields[1].isEmpty() ? refunds.add(fields[0]) : orders.add(fields[1]);
            }
        }
        List<List<String>> chosen = expected.subList(1, expected.size()).stream()
                .map(line -> List.of(line.split(",", -1)))
                .filter(row -> orders.contains(row.get(1)) || refunds.contains(row.get(0)))
                .toList();
        Set<String> ids = new LinkedHashSet<>();
        chosen.forEach(row -> ids.add(row.getFirst()));
        return new RealSample(returns(directory, ids), chosen);
    }

    private static Path returns(Path directory, Set<String> ids) throws IOException {
        List<String> all = lines("returns.csv.gz");
        List<String> sample = new ArrayList<>(List.of(all.getFirst()));
        all.stream()
                .filter(line -> ids.contains(line.substring(0, line.indexOf(','))))
                .forEach(sample::add);
        return Files.write(directory.resolve("returns.csv"), sample, UTF_8);
    }

    private static List<String> lines(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(DIRECTORY.resolve(name))), UTF_8))) {
            return reader.lines().toList();
        }
    }
}
