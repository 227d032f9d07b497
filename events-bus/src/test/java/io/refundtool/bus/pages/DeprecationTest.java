package io.refundtool.bus.pages;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.refundtool.bus.registry.Catalogue;
import io.refundtool.bus.registry.Deprecations;
import io.refundtool.bus.registry.EventTypes;
import io.refundtool.events.Deprecation;
import io.refundtool.events.EventType;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A version that goes, shown wherever it is named. No spec has one yet, so one is taken for it here. */
class DeprecationTest {

    private static final EventType OLD = EventType.PAYMENT_REFUND_DECLINED_V1;
    private static final String OLD_PATH = "/event-types/payment.refund-declined.v1";

    private final Deprecations deprecations = type -> type == OLD
            ? Optional.of(new Deprecation(
                    LocalDate.parse("2026-12-01"), LocalDate.parse("2027-06-01"), "payment.refund-returned.v1"))
            : Optional.empty();
    private final MockMvc web = web();

    @RestController
    static class Publishing {

        @PostMapping("/event-types/{name}/events")
        String publish(@PathVariable String name) {
            return name;
        }
    }

    @Test
    void shouldTellInHeadersThatAVersionGoesAlsoToWhoeverPublishesIt() throws Exception {
        for (var request : new RequestBuilder[] {
            get(OLD_PATH), get(OLD_PATH + "/schemas"), get(OLD_PATH + "/schemas/1"), post(OLD_PATH + "/events")
        }) {
            web.perform(request)
                    .andExpect(status().isOk())
                    .andExpect(header().string("Deprecation", "@1796083200"))
                    .andExpect(header().string("Sunset", "Tue, 01 Jun 2027 00:00:00 GMT"))
                    .andExpect(header().stringValues(
                                    HttpHeaders.LINK,
                                    "</event-types/payment.refund-returned.v1>; rel=\"successor-version\"",
                                    "<" + OLD_PATH + ">; rel=\"deprecation\"; type=\"text/html\""));
        }
    }

    @Test
    void shouldTellNothingOfAVersionThatStays() throws Exception {
        web.perform(get("/event-types/payment.money-refunded.v1"))
                .andExpect(header().doesNotExist("Deprecation"))
                .andExpect(header().doesNotExist("Sunset"))
                .andExpect(jsonPath("$.deprecated").doesNotExist());
        web.perform(get("/event-types")).andExpect(header().doesNotExist("Deprecation"));
    }

    @Test
    void shouldShowItInTheRegistry() throws Exception {
        web.perform(get(OLD_PATH))
                .andExpect(jsonPath("$.deprecated.since").value("2026-12-01"))
                .andExpect(jsonPath("$.deprecated.sunset").value("2027-06-01"))
                .andExpect(jsonPath("$.deprecated.successor").value("/event-types/payment.refund-returned.v1"));
        web.perform(get(OLD_PATH).accept(MediaType.TEXT_HTML))
                .andExpect(
                        content()
                                .string(
                                        allOf(
                                                containsString(
                                                        "<strong>Deprecated</strong> since 2026-12-01. It goes on 2027-06-01; use "
                                                                + "<a href=\"/event-types/payment.refund-returned.v1\">payment.refund-returned.v1</a>"))));
        web.perform(get("/event-types").accept(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("deprecated, goes on 2027-06-01")));
    }

    private MockMvc web() {
        EventTypes types = new EventTypes();
        Catalogue catalogue = new Catalogue();
        Views views = new Views(types, catalogue, deprecations);
        RegistryController registry =
                new RegistryController(types, views, new PageModels(types, catalogue, views), new Answers(new Pages()));
        return MockMvcBuilders.standaloneSetup(registry, new Publishing())
                .addInterceptors(new DeprecationHeaders(deprecations))
                .build();
    }
}
