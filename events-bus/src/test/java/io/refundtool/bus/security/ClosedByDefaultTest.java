package io.refundtool.bus.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.RunningGateway;
import io.refundtool.bus.RunningGateway.Reply;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What can be reached without a token: whatever is mapped is tried, so that a new page is closed until this test says no. */
class ClosedByDefaultTest {

    private static final List<String> MAPPINGS =
            List.of("requestMappingHandlerMapping", "webEndpointServletHandlerMapping");
    private static final Set<String> HEALTH =
            Set.of("GET /actuator/health", "GET /actuator/health/liveness", "GET /actuator/health/readiness");

    @Test
    void shouldKeepEverythingClosedButHealth() {
        try (var gateway = new RunningGateway("localhost:1")) {
            // when
            Set<String> open = open(gateway);

            // then
            assertThat(open).isEqualTo(HEALTH);
            assertThat(call(gateway, "GET", "/actuator/health").status()).isIn(200, 503);
            assertThat(call(gateway, "GET", "/actuator/health/liveness").status())
                    .isEqualTo(200);
            assertThat(call(gateway, "GET", "/actuator/health/readiness").status())
                    .isEqualTo(503);
        }
    }

    @Test
    void shouldOpenTheRegistryToReadersOnRequestAndNothingElse() {
        try (var gateway = new RunningGateway("localhost:1", "--refundtool.bus.security.open-registry=true")) {
            // when
            Set<String> open = open(gateway);

            // then
            assertThat(open)
                    .containsAll(HEALTH)
                    .contains("GET /event-types", "GET /event-types/x", "GET /event-types/x/schemas")
                    .allSatisfy(request -> assertThat(request).startsWith("GET "))
                    .noneSatisfy(request -> assertThat(request).contains("metrics"));
            assertThat(call(gateway, "GET", "/event-types/payment.money-refunded.v1")
                            .status())
                    .isEqualTo(200);
            assertThat(call(gateway, "POST", "/event-types/payment.money-refunded.v1/events")
                            .status())
                    .isEqualTo(401);
        }
    }

    /** Every mapped request that is answered without a token with something else than 401. */
    private static Set<String> open(RunningGateway gateway) {
        List<String> mapped = MAPPINGS.stream()
                .flatMap(name ->
                        gateway
                                .bean(RequestMappingInfoHandlerMapping.class, name)
                                .getHandlerMethods()
                                .keySet()
                                .stream())
                .flatMap(ClosedByDefaultTest::requests)
                .toList();
        assertThat(mapped).contains("POST /event-types/x/events", "GET /actuator/metrics/x", "GET /error");
        Set<String> open = new TreeSet<>();
        Stream.concat(mapped.stream(), HEALTH.stream())
                .filter(request -> {
                    String[] words = request.split(" ", -1);
                    return call(gateway, words[0], words[1]).status() != 401;
                })
                .forEach(open::add);
        return open;
    }

    private static Stream<String> requests(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .map(pattern -> pattern.replaceAll("\\{[^}]+}", "x").replace("**", "x"))
                .flatMap(path -> (methods.isEmpty() ? Set.of(RequestMethod.values()) : methods)
                        .stream().map(method -> method + " " + path));
    }

    private static Reply call(RunningGateway gateway, String method, String path) {
        return gateway.exchange(HttpRequest.newBuilder(gateway.uri(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }
}
