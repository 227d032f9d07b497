package io.refundtool.refund.scenario;

import io.refundtool.events.EventType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a step has to bring about; no more and no less. */
public sealed interface Outcome {

    /** These facts are announced in this order, and no other. */
    record Announces(List<Expected> events) implements Outcome {
        public Announces {
            events = List.copyOf(events);
        }
    }

    /** Nothing is announced; the recorded reason holds a text, if one is given. */
    record Nothing(@Nullable String because) implements Outcome {}

    /** The event goes to the dead letters; the recorded reason holds a text, if one is given. */
    record Refused(@Nullable String because) implements Outcome {}

    /**
     * A fact that has to be announced.
     *
     * @param fields what it has to say, by path; what is not named may be anything
     */
    record Expected(EventType type, Map<String, Object> fields) {

        /** Stands where a field has to be absent. */
        public enum Absence {
            ABSENT
        }

        public Expected {
            fields = new LinkedHashMap<>(fields);
        }
    }
}
