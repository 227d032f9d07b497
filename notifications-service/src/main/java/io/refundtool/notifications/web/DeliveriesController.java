package io.refundtool.notifications.web;

import io.refundtool.notifications.persistence.DeliveryEntry;
import io.refundtool.notifications.persistence.DeliveryLogView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers what a customer was told: {@code GET /api/v1/deliveries?orderId=&refundId=}. An order without deliveries gives
 * an empty list, since this service knows only of the orders it wrote about.
 */
@RestController
@RequestMapping("/api/v1/deliveries")
class DeliveriesController {
    private static final int LONGEST_ID = 64;

    private final DeliveryLogView log;

    DeliveriesController(DeliveryLogView log) {
        this.log = log;
    }

    @GetMapping
    List<DeliveryEntry> find(
            @RequestParam("orderId") String orderId,
            @RequestParam(name = "refundId", required = false) @Nullable String refundId) {
        requireId("orderId", orderId);
        if (refundId != null) {
            requireId("refundId", refundId);
        }
        return log.find(orderId, refundId);
    }

    private static void requireId(String name, String id) {
        if (id.isEmpty() || id.length() > LONGEST_ID || id.indexOf('\0') >= 0) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "Expected " + name + " to have 1 to " + LONGEST_ID + " characters, but it has " + id.length());
        }
    }
}
