package io.refundtool.bus.jsonrpc;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.refundtool.bus.publish.ItemResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a call failed.
 *
 * @param code of {@link Code}
 * @param message the code's name for people
 * @param data what is wrong in this call
 */
public record RpcError(int code, String message, Detail data) {

    /** The codes of the specification, and in its range for servers (-32000 to -32099) those of the gateway. */
    public enum Code {
        PARSE_ERROR(-32700, "Parse error"),
        INVALID_REQUEST(-32600, "Invalid Request"),
        METHOD_NOT_FOUND(-32601, "Method not found"),
        INVALID_PARAMS(-32602, "Invalid params"),
        INTERNAL_ERROR(-32603, "Internal error"),
        EVENTS_REFUSED(-32001, "Events refused"),
        EVENT_CONFLICT(-32002, "Event conflict"),
        PARTLY_PUBLISHED(-32003, "Partly published"),
        KAFKA_AWAY(-32004, "Kafka away"),
        UNKNOWN_EVENT_TYPE(-32005, "Unknown event type"),
        UNKNOWN_VERSION(-32006, "Unknown version"),
        NOT_WRITABLE(-32007, "Not writable"),
        TOO_MANY_EVENTS(-32008, "Too many events"),
        FORBIDDEN(-32009, "Forbidden");

        private final int number;
        private final String message;

        Code(int number, String message) {
            this.number = number;
            this.message = message;
        }

        public int number() {
            return number;
        }

        /** The error with its detail, "Expected …, but …". */
        public RpcError because(String detail) {
            return new RpcError(number, message, new Detail(detail, null));
        }

        /** As {@link #because(String)}, with one result for each event. */
        RpcError because(String detail, List<ItemResult> items) {
            return new RpcError(number, message, new Detail(detail, items));
        }
    }

    /**
     * The data of an error.
     *
     * @param detail "Expected …, but …"
     * @param items one result for each event, in Nakadi's words, where events were looked at
     */
    public record Detail(
            String detail,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<ItemResult> items) {}
}
