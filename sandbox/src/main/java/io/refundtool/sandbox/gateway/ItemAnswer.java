package io.refundtool.sandbox.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What the events bus says of one event, in the words of Nakadi. */
record ItemAnswer(
        @Nullable String eid,
        @JsonProperty("publishing_status") String publishingStatus,
        @Nullable String detail) {

    static final String FAILED = "failed";
    static final String SUBMITTED = "submitted";

    boolean submitted() {
        return SUBMITTED.equals(publishingStatus);
    }

    boolean failed() {
        return FAILED.equals(publishingStatus);
    }

    String reason() {
        return detail == null ? "" : detail;
    }
}
