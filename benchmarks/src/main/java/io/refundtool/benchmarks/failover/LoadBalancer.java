package io.refundtool.benchmarks.failover;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sends each request to one of the instances that were ready a moment ago, and to the next one when that refuses the
 * connection. Used by one thread, but for {@link #has} and {@link #isReady}.
 */
final class LoadBalancer implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final List<Instance> instances;
    private List<Instance> ready = List.of();
    private long lookedAtNanos = System.nanoTime() - LOOK_AGAIN_NANOS;

    LoadBalancer(List<Instance> instances) {
        this.instances = instances;
    }

    /** The answer of the first who takes the request; empty when nobody does. */
    Optional<HttpResponse<Void>> read(int turn, String order) {
        if (System.nanoTime() - lookedAtNanos >= LOOK_AGAIN_NANOS) {
            ready = instances.stream().filter(this::isReady).toList();
            lookedAtNanos = System.nanoTime();
        }
        for (int i = 0; i < ready.size(); i++) {
            Optional<HttpResponse<Void>> answer = order(ready.get((turn + i) % ready.size()), order, "Accept", "*/*");
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    /** Whether an instance answers in the capacity of owner or standby. */
    boolean has(Instance instance, String order, String askedAs) {
        return isOk(order(instance, order, "Refund-Asked-As", askedAs));
    }

    /** Whether an instance wants to be asked. */
    boolean isReady(Instance instance) {
        return isOk(get(instance, "/actuator/health/readiness", "Accept", "*/*"));
    }

    static boolean isOk(Optional<HttpResponse<Void>> answer) {
        return answer.filter(it -> it.statusCode() == OK).isPresent();
    }

    private Optional<HttpResponse<Void>> order(Instance instance, String order, String header, String value) {
        return get(instance, "/api/v1/orders/" + order, header, value);
    }

    /** Empty when the instance cannot be reached. */
    private Optional<HttpResponse<Void>> get(Instance instance, String path, String header, String value) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + instance.port() + path))
                .timeout(TIMEOUT)
                .header(header, value)
                .build();
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.discarding()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
