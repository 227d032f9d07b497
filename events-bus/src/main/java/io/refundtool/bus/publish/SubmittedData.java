package io.refundtool.bus.publish;

import io.refundtool.events.Event;
import io.refundtool.events.InvalidEventException;
import java.util.Arrays;

/** The data of an item, read as every reader of the topic will read it. */
sealed interface SubmittedData {

    /** There is none, or it is no JSON object. */
    record Missing() implements SubmittedData {}

    /** It is an event of the type. */
    record Read(Event event) implements SubmittedData {}

    /**
     * It is an object, but no event of the type.
     *
     * @param body what it was read from, shared with the other items
     * @param start where it begins in the body, in bytes
     * @param end where it ends, exclusive
     * @param refusal the first fault
     */
    @SuppressWarnings("ArrayRecordComponent") // a window on the one body; items are never compared
    record Refused(byte[] body, int start, int end, InvalidEventException refusal) implements SubmittedData {

        /** The bytes as they were sent. */
        byte[] bytes() {
            return Arrays.copyOfRange(body, start, end);
        }
    }
}
