package io.refundtool.refund.web;

import io.refundtool.events.common.ClarificationCode;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.HoldCode;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.events.common.RejectionCode;
import io.refundtool.messaging.web.ParameterRange;
import io.refundtool.refund.readmodel.RefundSearch;
import io.refundtool.refund.readmodel.RefundSummary;
import io.refundtool.refund.readmodel.RefundView;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searches refunds over all orders, in the read model: a moment behind the state stores. */
@RestController
final class SearchController {

    /** How many refunds a page has at most. */
    private static final int MAX_PAGE = 1000;

    /**
     * A page of refunds.
     *
     * @param next what to give as {@code after} for the next page; null on the last
     */
    record RefundPage(List<RefundSummary> refunds, @Nullable String next) {}

    private final RefundView view;

    SearchController(RefundView view) {
        this.view = view;
    }

    @GetMapping("/api/v1/refunds")
    RefundPage search(
            @RequestParam(defaultValue = "") List<String> status,
            @RequestParam @Nullable String code,
            @RequestParam @Nullable String country,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        ParameterRange.require("limit", limit, 1, MAX_PAGE);
        status.forEach(each -> KnownWords.require("status", each, KnownWords.of(RefundStatus.values())));
        KnownWords.require(
                "code",
                code,
                Stream.of(HoldCode.values(), RejectionCode.values(), ClarificationCode.values())
                        .flatMap(codes -> KnownWords.of(codes).stream())
                        .toList());
        KnownWords.require("country", country, KnownWords.of(Country.values()));
        List<RefundSummary> page = view.find(
                new RefundSearch(status, code, country, from, to, after == null ? null : Cursors.read(after), limit));
        return new RefundPage(page, page.size() < limit ? null : Cursors.write(page.getLast()));
    }
}
