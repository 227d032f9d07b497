package io.refundtool.bus.publish;

import io.refundtool.bus.publish.ItemResult.Status;
import io.refundtool.bus.publish.ItemResult.Step;
import io.refundtool.messaging.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts what happened to a batch into one result for each item. */
final class Results {

    private static final String UNCERTAIN =
            "Expected Kafka to acknowledge the event, but it did not; it may be written all the same, so send it again under the same eid";
    private static final String NOT_TAKEN = "Expected Kafka to take the event, but it is away; the event was not sent";
    private static final String BEHIND_A_FAILURE =
            "Expected to send the event, but one before it could not be sent; this one was not";

    private Results() {}

    /**
     * One item failed at a step. Those before it had passed that step; those after it had passed the one before, of
     * which validating is the first.
     */
    static List<ItemResult> refused(List<SubmittedItem> items, BatchCheck.Result.Stopped stopped) {
        Step before = stopped.step() == Step.VALIDATING ? Step.NONE : Step.VALIDATING;
        String aborted = "Expected the whole batch to be valid, but its event %d is not; nothing of it was written"
                .formatted(stopped.index() + 1);
        List<ItemResult> results = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            String eid = items.get(i).eid();
            results.add(
                    i == stopped.index()
                            ? new ItemResult(eid, Status.FAILED, stopped.step(), detail(stopped.refusal()))
                            : new ItemResult(
                                    eid, Status.ABORTED, i < stopped.index() ? stopped.step() : before, aborted));
        }
        return results;
    }

    static List<ItemResult> written(List<ReadyEvent> ready, List<Delivery> deliveries) {
        List<ItemResult> results = new ArrayList<>(ready.size());
        for (int i = 0; i < ready.size(); i++) {
            String eid = ready.get(i).envelope().id();
            results.add(
                    switch (deliveries.get(i)) {
                        case Delivery.Acknowledged _ -> new ItemResult(eid, Status.SUBMITTED, Step.PUBLISHING, "");
                        case Delivery.Failed _ -> new ItemResult(eid, Status.FAILED, Step.PUBLISHING, UNCERTAIN);
                        case Delivery.NotTaken _ -> new ItemResult(eid, Status.FAILED, Step.PUBLISHING, NOT_TAKEN);
                        case Delivery.NotSent _ ->
                            new ItemResult(eid, Status.ABORTED, Step.ENRICHING, BEHIND_A_FAILURE);
                    });
        }
        return results;
    }

    private static String detail(Verdict.Refused refusal) {
        return refusal.complaints().stream().map(Complaint::toString).collect(Collectors.joining("; "));
    }
}
