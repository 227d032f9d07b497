package io.refundtool.bus.publish;

import io.refundtool.events.Event;

/**
 * An event that passed validation.
 *
 * @param data its canonical JSON
 * @param digest of type and data
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ValidEvent(Metadata metadata, Event event, byte[] data, byte[] digest) {

    EventId id() {
        return new EventId(metadata.source(), metadata.id());
    }
}
