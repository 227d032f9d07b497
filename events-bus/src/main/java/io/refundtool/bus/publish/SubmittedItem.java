package io.refundtool.bus.publish;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event as it was submitted.
 *
 * @param form how the head is to be understood
 * @param head the item without its data; or, when it is no object, the item itself. Data that is no object stays here
 * @param data the data as far as it is a JSON object
 */
record SubmittedItem(ItemForm form, JsonNode head, SubmittedData data) {

    private static final int MAX_ECHOED_ID = 128;

    /** The event id for the answer, as far as there is one; not checked. */
    @Nullable
    String eid() {
        String eid = form.idOf(head);
        return eid == null ? null : Texts.abbreviate(eid, MAX_ECHOED_ID);
    }
}
