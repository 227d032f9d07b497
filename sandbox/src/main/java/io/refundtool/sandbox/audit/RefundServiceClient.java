package io.refundtool.sandbox.audit;

import io.refundtool.events.common.RefundStatus;
import io.refundtool.sandbox.topic.RefundKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/v1/orders/{orderId}/refunds/{refundId}} of refund-service. */
public final class RefundServiceClient implements AutoCloseable {

    private static final int MAX_AT_ONCE = 8;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration LIMIT_OF_ALL = Duration.ofMinutes(10);
    private static final int OK = 200;
    /** While its stores move from one thread to another it asks to come again. */
    private static final int UNAVAILABLE = 503;

    /** Other codes are of states that a refund does not end in. */
    private static final Set<String> WITH_CODE = Set.of(RefundStatus.ON_HOLD.wire(), RefundStatus.REJECTED.wire());

    private static final int MAX_TRIES = 20;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final List<URI> instances;
    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * A client that asks now this instance and now that one.
     *
     * @param instances all of them
     */
    public RefundServiceClient(List<URI> instances) {
        this.instances = List.copyOf(instances);
    }

    /** What it says of each refund; one that it does not answer for is missing. */
    Map<RefundKey, View> views(Collection<RefundKey> refunds) throws InterruptedException {
        Map<RefundKey, View> views = new ConcurrentHashMap<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(MAX_AT_ONCE)) {
            refunds.forEach(refund -> workers.execute(() -> ask(refund, views)));
            workers.shutdown();
            if (!workers.awaitTermination(LIMIT_OF_ALL.toSeconds(), TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        }
        return views;
    }

    private void ask(RefundKey refund, Map<RefundKey, View> views) {
        // Ids of the specs need no escaping in a path.
        String path = "/api/v1/orders/" + refund.orderId() + "/refunds/" + refund.refundId();
        int first = refund.hashCode();
        try {
            HttpResponse<byte[]> response = get(instance(first).resolve(path));
            for (int i = 1; i < MAX_TRIES && response.statusCode() == UNAVAILABLE; i++) {
                LockSupport.parkNanos(PAUSE.toNanos());
                response = get(instance(first + i).resolve(path));
            }
            views.put(refund, view(response));
        } catch (IOException e) {
            views.put(refund, View.unknown("nothing (" + e + ")"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI instance(int number) {
        return instances.get(Math.floorMod(number, instances.size()));
    }

    private HttpResponse<byte[]> get(URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private View view(HttpResponse<byte[]> response) {
        if (response.statusCode() != OK) {
            return View.unknown("HTTP status " + response.statusCode());
        }
        JsonNode refund = json.readTree(response.body());
        String status = refund.path("status").asString("");
        List<String> numbers = new ArrayList<>();
        refund.path("receipts")
                .forEach(receipt -> numbers.add(
                        Long.toString(receipt.path("fiscalDocumentNumber").asLong(0))));
        return new View(status, WITH_CODE.contains(status) ? refund.path("code").stringValue(null) : null, numbers);
    }

    @Override
    public void close() {
        http.close();
    }
}
