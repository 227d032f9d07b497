package io.refundtool.bus.publish;

import io.refundtool.events.EventType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How an item says which event its data is. In every form the data is the member {@code data}. */
public enum ItemForm {
    /** As Nakadi has it: an object {@code metadata} beside the data. */
    METADATA {
        @Override
        @Nullable
        String idOf(JsonNode head) {
            return head.path("metadata").path("eid").stringValue(null);
        }

        @Override
        @Nullable
        Metadata check(JsonNode head, EventType type, List<Complaint> complaints) {
            return new MetadataCheck(type, complaints).check(head);
        }
    },

    /** As CloudEvents 1.0 has it: attributes beside the data, or in headers of the request. */
    CLOUD_EVENT {
        @Override
        @Nullable
        String idOf(JsonNode head) {
            return head.path("id").stringValue(null);
        }

        @Override
        @Nullable
        Metadata check(JsonNode head, EventType type, List<Complaint> complaints) {
            return new AttributesCheck(type, complaints).check(head);
        }
    };

    /** The event id as it was sent; null when there is none that is a text. */
    abstract @Nullable String idOf(JsonNode head);

    /** What the head says, or null when {@code complaints} now say why not. */
    abstract @Nullable Metadata check(JsonNode head, EventType type, List<Complaint> complaints);
}
