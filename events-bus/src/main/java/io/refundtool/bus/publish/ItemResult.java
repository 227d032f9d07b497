package io.refundtool.bus.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one item, in Nakadi's words.
 *
 * @param eid as it was sent; absent when there was none
 * @param publishingStatus what became of it
 * @param step how far it came
 * @param detail why it was not submitted, or empty
 */
public record ItemResult(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String eid,
        @JsonProperty("publishing_status") Status publishingStatus,
        Step step,
        String detail) {

    /** Only what is submitted is in the log; failed with step publishing may be there all the same. */
    public enum Status {
        SUBMITTED,
        FAILED,
        ABORTED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The steps in their order. */
    public enum Step {
        NONE,
        VALIDATING,
        PARTITIONING,
        ENRICHING,
        PUBLISHING;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
