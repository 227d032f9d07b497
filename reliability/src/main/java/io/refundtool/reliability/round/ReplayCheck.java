package io.refundtool.reliability.round;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Folding every order's stored sequence again gives what is stored: {@code GET /api/v1/replay} of each instance. */
final class ReplayCheck {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int OK = 200;

    private final int partitions;
    private final List<URI> instances;
    private final JsonMapper json = JsonMapper.shared();

    ReplayCheck(int partitions, List<URI> instances) {
        this.partitions = partitions;
        this.instances = List.copyOf(instances);
    }

    /** What differs, in sentences that name the order. */
    List<String> findings() throws InterruptedException {
        List<String> findings = new ArrayList<>();
        Set<Integer> seen = new TreeSet<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (URI instance : instances) {
                HttpResponse<String> response = http.send(
                        HttpRequest.newBuilder(instance.resolve("/api/v1/replay"))
                                .timeout(LIMIT)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() == OK) {
                    read(json.readTree(response.body()), seen, findings);
                } else {
                    findings.add("Expected %s to replay its orders, but it answers %d: %s"
                            .formatted(instance, response.statusCode(), response.body()));
                }
            }
        } catch (IOException e) {
            findings.add("Expected every instance to replay its orders, but " + e);
        }
        if (seen.size() < partitions) {
            findings.add("Expected the orders of all %d partitions to be replayed, but only those of %s were"
                    .formatted(partitions, seen));
        }
        return findings;
    }

    private static void read(JsonNode answer, Set<Integer> seen, List<String> findings) {
        answer.path("partitions").forEach(partition -> seen.add(partition.asInt(-1)));
        answer.path("differences")
                .forEach(difference -> findings.add("order %s: Expected %s to be %s as its events say, but it is %s"
                        .formatted(
                                difference.path("orderId").asString(""),
                                difference.path("where").asString(""),
                                difference.path("expected").asString(""),
                                difference.path("found").asString(""))));
        long unsettled = answer.path("unsettled").asLong(0);
        if (unsettled > 0) {
            findings.add("Expected every order to rest, but %d do not".formatted(unsettled));
        }
    }
}
