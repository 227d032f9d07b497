package io.refundtool.bus.publish;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import io.refundtool.events.InvalidEventException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says all that is wrong with data that the codec refused, where the codec itself stops at the first fault. Formats are
 * asserted. It gives up after {@link BatchLimits#MAX_COMPLAINTS} errors, however bad the data is.
 */
final class DataComplaints {

    private static final String PLACE = "/data";
    private static final JsonMapper JSON = new JsonMapper();
    private static final ExecutionConfig FORMATS_ASSERTED =
            ExecutionConfig.builder().formatAssertionsEnabled(true).build();

    private DataComplaints() {}

    /**
     * At least one complaint.
     *
     * @param data one JSON object, without duplicate properties
     * @param refusal what the codec said; it is the answer should the schema see no fault
     */
    static List<Complaint> of(Schema schema, byte[] data, InvalidEventException refusal) {
        JsonNode value = JSON.readTree(data);
        var context = new BoundedContext();
        schema.validate(context, value, OutputFormat.DEFAULT);
        return context.first.isEmpty()
                ? List.of(new Complaint(PLACE, "codec", "must be readable, but is not: " + refusal.getMessage()))
                : context.first.stream()
                        .map(error -> Sentences.of(PLACE, error))
                        .toList();
    }

    /** Stops the validator at the last error that is wanted; it would otherwise collect one for each of a million. */
    private static final class BoundedContext extends ExecutionContext {

        private final List<Error> first = new ArrayList<>();

        BoundedContext() {
            super(FORMATS_ASSERTED);
        }

        @Override
        public void addError(Error error) {
            first.add(error);
            if (first.size() == BatchLimits.MAX_COMPLAINTS) {
                setFailFast(true);
            }
            super.addError(error);
        }
    }
}
