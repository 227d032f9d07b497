package io.refundtool.refund.web;

import io.refundtool.messaging.web.ParameterRange;
import io.refundtool.refund.query.AskedAs;
import io.refundtool.refund.query.RefundQueries;
import io.refundtool.refund.recovery.AllReplayed;
import io.refundtool.refund.recovery.AllReplays;
import io.refundtool.refund.recovery.Difference;
import io.refundtool.refund.recovery.OrderReplay;
import io.refundtool.refund.recovery.ReplayRunningException;
import io.refundtool.refund.recovery.Replays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Whether what is stored follows from the stored events, of one order or of all. */
@RestController
@RequestMapping("/api/v1")
final class ReplayController {

    private static final int MAX_DIFFERENCES = 10_000;

    /**
     * What came of folding an order's stored events again.
     *
     * @param settled false if events of the order came each time it was looked, so that nothing could be compared
     */
    record ReplayResource(
            String orderId, long events, int refunds, boolean settled, boolean same, List<Difference> differences) {

        static ReplayResource of(OrderReplay replay) {
            return new ReplayResource(
                    replay.orderId(),
                    replay.events(),
                    replay.refunds(),
                    replay.settled(),
                    replay.same(),
                    replay.differences());
        }
    }

    private final Replays replays;
    private final AllReplays all;
    private final RefundQueries queries;
    private final OrderReads reads;

    ReplayController(Replays replays, AllReplays all, RefundQueries queries, OrderReads reads) {
        this.replays = replays;
        this.all = all;
        this.queries = queries;
        this.reads = reads;
    }

    @GetMapping("/orders/{orderId}/replay")
    ResponseEntity<Object> replay(@PathVariable String orderId, ServletWebRequest exchange) {
        return reads.answer(orderId, exchange, () -> {
            queries.requireHere(orderId);
            return replays.replay(orderId)
                    .map(ReplayResource::of)
                    .orElseThrow(() -> new NotFoundException(
                            "Expected an order with events, but nobody told of order %s".formatted(orderId)));
        });
    }

    /** The answer comes when all orders were folded: seconds for each 100,000 of them. */
    @GetMapping("/replay")
    AllReplayed replayAll(
            @RequestParam(defaultValue = "100") int limit,
            @RequestHeader(name = AskedAs.HEADER, required = false) @Nullable String askedAs) {
        ParameterRange.require("limit", limit, 1, MAX_DIFFERENCES);
        return all.replay(limit, AskedAs.of(askedAs));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> running(ReplayRunningException e) {
        return Problems.answer(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage()));
    }
}
