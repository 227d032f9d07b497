package io.refundtool.events.sampling;

import java.util.List;

/** What a sampler takes where a schema leaves a choice. Paths have no indices: {@code order.lines[].name}. */
public interface Choices {

    /** Whether an optional property is there. */
    boolean includes(String path);

    int size(String path, int minItems, int maxItems);

    long number(long minimum, long maximum);

    String text(String pattern, int minLength, int maxLength);

    String choice(List<String> values);

    /** A time in its shortest form, as the codec writes it. */
    String time();
}
