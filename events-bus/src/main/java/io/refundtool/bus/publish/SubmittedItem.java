package io.refundtool.bus.publish;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry of the sent array, as it came.
 *
 * @param head the entry without its data; or, when it is no object, the entry itself. Data that is no object stays here
 * @param body the body that it was read from, shared with the other items
 * @param dataStart where {@code data} begins in the body, in bytes
 * @param dataEnd where {@code data} ends in the body, exclusive; equal to the start when there is no data object
 */
@SuppressWarnings("ArrayRecordComponent") // a window on the one body; items are never compared
record SubmittedItem(JsonNode head, byte[] body, int dataStart, int dataEnd) {

    private static final int MAX_ECHOED_EID = 128;

    /** The bytes of {@code data} as they were sent. */
    byte[] dataBytes() {
        return Arrays.copyOfRange(body, dataStart, dataEnd);
    }

    boolean hasData() {
        return dataEnd > dataStart;
    }

    /** The event id for the answer, as far as there is one; not checked. */
    @Nullable
    String eid() {
        String eid = head.path("metadata").path("eid").stringValue(null);
        return eid == null ? null : Texts.abbreviate(eid, MAX_ECHOED_EID);
    }
}
