package io.refundtool.bus.publish;

import io.refundtool.events.Envelope;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the checks say of one item. */
sealed interface Verdict {

    /** It may be written, as this record. */
    record Ready(Envelope<?> envelope, ProducerRecord<String, byte[]> record) implements Verdict {}

    /** It may not; there is at least one complaint. */
    record Refused(List<Complaint> complaints) implements Verdict {}
}
