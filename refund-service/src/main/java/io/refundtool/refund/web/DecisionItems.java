package io.refundtool.refund.web;

import io.refundtool.refund.operators.DecisionRequest;
import io.refundtool.refund.operators.DecisionResult;
import io.refundtool.refund.web.DecisionListController.ItemResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes a list of decisions apart: which refund, which key, and the decision itself. */
final class DecisionItems {

    private static final String ORDER_ID = "orderId";
    private static final String REFUND_ID = "refundId";
    private static final String ID = "id";

    private final String operator;
    private final @Nullable String listKey;
    private final @Nullable String traceparent;

    /**
     * The items of one request.
     *
     * @param listKey the key of the whole list; an item that has no {@code id} is known by it and its place
     */
    DecisionItems(String operator, @Nullable String listKey, @Nullable String traceparent) {
        this.operator = operator;
        this.listKey = listKey;
        this.traceparent = traceparent;
    }

    /** An item with the request that it makes. */
    record Item(DecisionRequest request, @Nullable String id) {

        ItemResult result(int index, DecisionResult result) {
            return switch (result) {
                case DecisionResult.Written(String eventId, var type) ->
                    written(index, DecisionAnswer.of(request.orderId(), request.refundId(), eventId, type, false));
                case DecisionResult.Repeated(String eventId, var type) ->
                    written(index, DecisionAnswer.of(request.orderId(), request.refundId(), eventId, type, true));
                case DecisionResult other ->
                    refused(index, DecisionProblems.of(other).orElseThrow());
            };
        }

        private ItemResult written(int index, DecisionAnswer decision) {
            return new ItemResult(
                    index, request.orderId(), request.refundId(), id, HttpStatus.ACCEPTED.value(), decision, null);
        }

        private ItemResult refused(int index, ProblemDetail problem) {
            return new ItemResult(index, request.orderId(), request.refundId(), id, problem.getStatus(), null, problem);
        }
    }

    List<Item> read(JsonNode list) {
        List<Item> items = new ArrayList<>(list.size());
        for (JsonNode each : list) {
            items.add(item(each, items.size()));
        }
        return items;
    }

    private Item item(JsonNode item, int index) {
        JsonNode body = item;
        if (item instanceof ObjectNode whole) {
            ObjectNode decision = whole.deepCopy();
            decision.remove(List.of(ORDER_ID, REFUND_ID, ID));
            body = decision;
        }
        String id = text(item, ID);
        String key = id != null || listKey == null ? id : listKey + "/" + index;
        DecisionRequest request = new DecisionRequest(
                orEmpty(text(item, ORDER_ID)), orEmpty(text(item, REFUND_ID)), operator, key, traceparent, body);
        return new Item(request, id);
    }

    /** The text of a property; null when there is none. What is no text is none of the allowed ones either. */
    private static @Nullable String text(JsonNode item, String name) {
        JsonNode value = item.path(name);
        if (value.isMissingNode()) {
            return null;
        }
        return value.isString() ? value.stringValue() : "";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
