package io.refundtool.bus.jsonrpc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a body says. */
sealed interface ReadRequest {

    /** One entry of the body. */
    sealed interface Entry {

        /** A call that may be tried. */
        record Valid(RpcCall call) implements Entry {}

        /**
         * No request object.
         *
         * @param id if it can be told
         */
        record Invalid(@Nullable JsonNode id, String detail) implements Entry {}
    }

    /** One call. */
    record Single(Entry entry) implements ReadRequest {}

    /** An array of calls, at least one. */
    record Batch(List<Entry> entries) implements ReadRequest {}

    /** Nothing of it can be answered by itself. */
    record Refused(RpcError error) implements ReadRequest {}
}
