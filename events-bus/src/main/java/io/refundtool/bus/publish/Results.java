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

    private Results() {}

    /** The item at {@code index} was refused: those before it had passed, those after it were not looked at. */
    static List<ItemResult> refused(List<SubmittedItem> items, int index, List<Complaint> complaints) {
        List<ItemResult> results = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            String eid = items.get(i).eid();
            results.add(
                    i == index
                            ? new ItemResult(eid, Status.FAILED, Step.VALIDATING, detail(complaints))
                            : new ItemResult(eid, Status.ABORTED, i < index ? Step.VALIDATING : Step.NONE, ""));
        }
        return results;
    }

    static List<ItemResult> written(List<Verdict.Ready> ready, List<Delivery> deliveries) {
        List<ItemResult> results = new ArrayList<>(ready.size());
        for (int i = 0; i < ready.size(); i++) {
            String eid = ready.get(i).envelope().id();
            results.add(
                    switch (deliveries.get(i)) {
                        case Delivery.Acknowledged _ -> new ItemResult(eid, Status.SUBMITTED, Step.PUBLISHING, "");
                        case Delivery.Failed _ -> new ItemResult(eid, Status.FAILED, Step.PUBLISHING, UNCERTAIN);
                        case Delivery.NotSent _ -> new ItemResult(eid, Status.ABORTED, Step.ENRICHING, "");
                    });
        }
        return results;
    }

    private static String detail(List<Complaint> complaints) {
        return complaints.stream().map(Complaint::toString).collect(Collectors.joining("; "));
    }
}
