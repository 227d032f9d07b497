package io.refundtool.messaging.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.refundtool.messaging.DeadLetters;
import io.refundtool.messaging.HeaderBytes;
import io.refundtool.messaging.WaitingEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;

/** Rows of {@code parked_event} as records. */
final class ParkedRows {

    private ParkedRows() {}

    static WaitingEvent waiting(ResultSet row, int number) throws SQLException {
        return new WaitingEvent(
                row.getLong("position"),
                row.getString("order_id"),
                row.getInt("attempt"),
                row.getBoolean("seen"),
                kafkaRecord(row));
    }

    private static ConsumerRecord<byte[], byte[]> kafkaRecord(ResultSet row) throws SQLException {
        byte[] key = row.getBytes("record_key");
        byte[] value = row.getBytes("value");
        Headers headers = HeaderBytes.read(row.getBytes("headers"));
        headers.remove(DeadLetters.ATTEMPT);
        headers.add(DeadLetters.ATTEMPT, Integer.toString(row.getInt("attempt")).getBytes(UTF_8));
        return new ConsumerRecord<>(
                row.getString("origin_topic"),
                row.getInt("origin_partition"),
                row.getLong("origin_offset"),
                row.getLong("origin_timestamp"),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                key,
                value,
                headers,
                Optional.empty());
    }
}
