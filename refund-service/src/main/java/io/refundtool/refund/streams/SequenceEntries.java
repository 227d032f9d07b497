package io.refundtool.refund.streams;

import io.refundtool.events.Envelope;
import io.refundtool.messaging.RecordOrigin;
import io.refundtool.refund.domain.Decision;
import io.refundtool.refund.domain.Emission;
import io.refundtool.refund.domain.Rejection;
import io.refundtool.refund.streams.SequenceEntry.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the entry of an event that was decided. */
final class SequenceEntries {

    private record Result(Outcome outcome, @Nullable String reason, List<String> announced) {}

    private SequenceEntries() {}

    static SequenceEntry of(long sequence, Envelope<?> envelope, RecordOrigin origin, Decision decision, String data) {
        Result result = result(decision);
        return new SequenceEntry(
                sequence,
                envelope.id(),
                envelope.source(),
                envelope.type().wireName(),
                envelope.time(),
                envelope.traceparent(),
                new SequenceEntry.Origin(origin.topic(), origin.partition(), origin.offset()),
                result.outcome(),
                result.reason(),
                result.announced(),
                data);
    }

    /** The entry of the same event, had this been decided. */
    static SequenceEntry again(SequenceEntry kept, Decision decision) {
        Result result = result(decision);
        return new SequenceEntry(
                kept.sequence(),
                kept.eventId(),
                kept.source(),
                kept.eventType(),
                kept.time(),
                kept.traceparent(),
                kept.origin(),
                result.outcome(),
                result.reason(),
                result.announced(),
                kept.data());
    }

    private static Result result(Decision decision) {
        return switch (decision) {
            case Decision.Accepted(var _, var emitted, var note) ->
                new Result(
                        Outcome.ACCEPTED,
                        note,
                        emitted.stream().map(Emission::id).toList());
            case Decision.Ignored(String reason) -> new Result(Outcome.IGNORED, reason, List.of());
            case Decision.Early(String reason) -> new Result(Outcome.EARLY, reason, List.of());
            case Decision.Refused(Rejection rejection) -> new Result(Outcome.REFUSED, rejection.sentence(), List.of());
        };
    }
}
