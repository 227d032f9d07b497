package io.refundtool.bus.publish;

import io.refundtool.bus.publish.ItemResult.Step;
import io.refundtool.bus.registry.PublishableType;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes a batch through Nakadi's steps before writing, each for all items: the first item that fails stops it. */
final class BatchCheck {

    /** What became of the batch. */
    sealed interface Result {

        /** All items are valid, in their order. */
        record Passed(List<ValidEvent> events) implements Result {}

        /** One item failed. */
        record Stopped(int index, Step step, Verdict.Refused refusal) implements Result {}
    }

    private final ItemCheck items;
    private final KnownContents known;
    private final Map<EventId, byte[]> digests = new HashMap<>();

    BatchCheck(PublishableType type, KnownContents known) {
        this.items = new ItemCheck(type);
        this.known = known;
    }

    Result check(List<SubmittedItem> submitted) {
        List<ValidEvent> events = new ArrayList<>(submitted.size());
        for (SubmittedItem item : submitted) {
            switch (withoutConflict(items.check(item))) {
                case Verdict.Valid(ValidEvent event) -> events.add(event);
                case Verdict.Refused refusal -> {
                    return new Result.Stopped(events.size(), Step.VALIDATING, refusal);
                }
            }
        }
        for (int i = 0; i < events.size(); i++) {
            String key = events.get(i).metadata().said().partitionKey();
            if (key != null && !key.equals(events.get(i).event().orderId())) {
                var complaint =
                        new Complaint("/partitionkey", "const", "must be the event's orderId, but is another text");
                return new Result.Stopped(i, Step.PARTITIONING, new Verdict.Refused(List.of(complaint)));
            }
        }
        return new Result.Passed(events);
    }

    private Verdict withoutConflict(Verdict verdict) {
        if (!(verdict instanceof Verdict.Valid(ValidEvent event))) {
            return verdict;
        }
        byte[] before = digests.putIfAbsent(event.id(), event.digest());
        boolean contradicted = before != null && !MessageDigest.isEqual(before, event.digest());
        return contradicted || known.contradict(event) ? conflict(event) : verdict;
    }

    private static Verdict.Refused conflict(ValidEvent event) {
        String sentence = "must be new or name the same event again, but event %s has other content"
                .formatted(event.metadata().id());
        return new Verdict.Refused(List.of(new Complaint("/id", "conflict", sentence)), true);
    }
}
