package io.refundtool.refund.web;

import io.refundtool.events.common.Country;
import io.refundtool.events.common.RefundStatus;
import io.refundtool.messaging.web.BadParameterException;
import io.refundtool.refund.updates.ListenerGoneException;
import io.refundtool.refund.updates.Listening;
import io.refundtool.refund.updates.Positions;
import io.refundtool.refund.updates.RefundUpdates;
import io.refundtool.refund.updates.TooManyListenersException;
import io.refundtool.refund.updates.UpdateFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Every update of every refund as it happens, as server-sent events; the same at every instance. */
@RestController
final class UpdateStreamController {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateStreamController.class);
    private static final long NO_TIMEOUT = 0;

    private final RefundUpdates updates;

    UpdateStreamController(RefundUpdates updates) {
        this.updates = updates;
    }

    @GetMapping("/api/v1/refunds/stream")
    SseEmitter stream(
            @RequestParam(defaultValue = "") Set<String> status,
            @RequestParam @Nullable String country,
            @RequestParam @Nullable String orderId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId)
            throws TooManyListenersException {
        List<String> statuses = KnownWords.of(RefundStatus.values());
        status.forEach(each -> KnownWords.require("status", each, statuses));
        KnownWords.require("country", country, KnownWords.of(Country.values()));
        Listening listening =
                updates.listen(new UpdateFilter(Set.copyOf(status), country, orderId), positions(lastEventId));
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        Thread.ofVirtual().name("refund-updates-listener").start(() -> run(listening, emitter));
        return emitter;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyListenersException e) {
        return Problems.answer(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage()));
    }

    private static void run(Listening listening, SseEmitter emitter) {
        try {
            listening.run(new ServerSentUpdates(emitter));
            emitter.complete();
        } catch (ListenerGoneException e) {
            LOG.debug("A listener has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The stream of updates failed for a listener", e);
            emitter.completeWithError(e);
        }
    }

    private static Optional<Positions> positions(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Positions.read(lastEventId)
                .orElseThrow(() -> new BadParameterException(
                        "Expected Last-Event-ID to be an id of this stream, but it is another text")));
    }
}
