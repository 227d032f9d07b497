package io.refundtool.bus.http;

import io.refundtool.bus.publish.BatchReader;
import io.refundtool.bus.publish.Body;
import io.refundtool.bus.publish.ItemForm;
import io.refundtool.bus.publish.ReadBatch;
import io.refundtool.events.EventType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/**
 * The ways in which a request holds events: Nakadi's, and the three of the CloudEvents HTTP binding. A single event has
 * no status of its own beside that of the answer, so a client that only looks at the status must not lose it.
 */
enum ContentMode {
    NAKADI_BATCH(false) {
        @Override
        ReadBatch read(BatchReader reader, EventType type, byte[] body, HttpServletRequest request) {
            return reader.array(type, ItemForm.METADATA, body);
        }
    },
    BINARY(true) {
        @Override
        ReadBatch read(BatchReader reader, EventType type, byte[] body, HttpServletRequest request) {
            return reader.data(type, CloudEventAttributes.of(request), body);
        }
    },
    STRUCTURED(true) {
        @Override
        ReadBatch read(BatchReader reader, EventType type, byte[] body, HttpServletRequest request) {
            return reader.one(type, ItemForm.CLOUD_EVENT, new Body(body, 0, body.length));
        }
    },
    BATCHED(false) {
        @Override
        ReadBatch read(BatchReader reader, EventType type, byte[] body, HttpServletRequest request) {
            return reader.array(type, ItemForm.CLOUD_EVENT, body);
        }
    };

    static final String STRUCTURED_TYPE = "application/cloudevents+json";
    static final String BATCHED_TYPE = "application/cloudevents-batch+json";

    private final boolean single;

    ContentMode(boolean single) {
        this.single = single;
    }

    boolean isSingle() {
        return single;
    }

    abstract ReadBatch read(BatchReader reader, EventType type, byte[] body, HttpServletRequest request);

    /** By the content type, as the binding asks; JSON is the data of a CloudEvent if a header says so. */
    static ContentMode of(HttpServletRequest request) {
        String contentType = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (contentType.startsWith(BATCHED_TYPE)) {
            return BATCHED;
        }
        if (contentType.startsWith(STRUCTURED_TYPE)) {
            return STRUCTURED;
        }
        return Collections.list(request.getHeaderNames()).stream().anyMatch(CloudEventAttributes::isAttribute)
                ? BINARY
                : NAKADI_BATCH;
    }
}
