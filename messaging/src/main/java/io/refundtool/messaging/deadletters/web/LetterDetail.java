package io.refundtool.messaging.deadletters.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.refundtool.messaging.deadletters.DeadLetter;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with its record, as it came.
 *
 * @param key null if the record had none
 * @param value null if the record had none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterDetail(
        LetterResource letter,
        @Nullable BytesResource key,
        List<HeaderResource> headers,
        @Nullable BytesResource value) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeaderResource(String name, @Nullable BytesResource value) {}

    static LetterDetail of(DeadLetter letter, ConsumerRecord<byte[], byte[]> content) {
        List<HeaderResource> headers = new ArrayList<>();
        for (Header header : content.headers()) {
            headers.add(new HeaderResource(header.key(), BytesResource.of(header.value())));
        }
        return new LetterDetail(
                LetterResource.of(letter), BytesResource.of(content.key()), headers, BytesResource.of(content.value()));
    }
}
