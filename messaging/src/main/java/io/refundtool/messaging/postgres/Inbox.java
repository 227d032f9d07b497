package io.refundtool.messaging.postgres;

import io.refundtool.events.Envelope;
import io.refundtool.events.EventCodec;
import io.refundtool.messaging.ContentDigest;
import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.RefusedEventException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Knows events by source and id, and what they said by a digest. */
final class Inbox implements SeenEvents {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private static final String INSERT = """
            insert into inbox (reader, source, event_id, content_digest)
            select ?, source, event_id, digest
            from unnest(?::text[], ?::text[], ?::bytea[]) as received (source, event_id, digest)
            on conflict do nothing
            returning source, event_id
            """;

    private static final String DIGESTS = """
            select source, event_id, content_digest from inbox
            where reader = ? and (source, event_id) in (select * from unnest(?::text[], ?::text[]))
                and content_digest is not null
            """;

    private record EventKey(String source, String id) {
        static EventKey of(Envelope<?> envelope) {
            return new EventKey(envelope.source(), envelope.id());
        }
    }

    private final JdbcTemplate jdbc;
    private final String reader;

    Inbox(JdbcTemplate jdbc, String reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    @Override
    public List<ReceivedEvent> fresh(List<ReceivedEvent> batch) {
        List<byte[]> digests = batch.stream()
                .map(event -> ContentDigest.of(
                        event.envelope().type(),
                        EventCodec.write(event.envelope().event())))
                .toList();
        Set<EventKey> inserted = insert(batch, digests);
        List<ReceivedEvent> fresh = new ArrayList<>(batch.size());
        List<Integer> repeated = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (inserted.remove(EventKey.of(batch.get(i).envelope()))) {
                fresh.add(batch.get(i));
            } else {
                LOG.debug(
                        "Event {} was handled before.", batch.get(i).envelope().id());
                repeated.add(i);
            }
        }
        requireSameContent(repeated, batch, digests);
        return fresh;
    }

    private Set<EventKey> insert(List<ReceivedEvent> batch, List<byte[]> digests) {
        return new HashSet<>(jdbc.query(
                INSERT,
                (row, number) -> new EventKey(row.getString(1), row.getString(2)),
                reader,
                sources(batch),
                ids(batch),
                digests.toArray(byte[][]::new)));
    }

    private void requireSameContent(List<Integer> repeated, List<ReceivedEvent> batch, List<byte[]> digests) {
        if (repeated.isEmpty()) {
            return;
        }
        Map<EventKey, byte[]> known = known(repeated.stream().map(batch::get).toList());
        for (int i : repeated) {
            ReceivedEvent event = batch.get(i);
            byte[] first = known.get(EventKey.of(event.envelope()));
            if (first != null && !Arrays.equals(first, digests.get(i))) {
                throw RefusedEventException.conflict(event);
            }
        }
    }

    private Map<EventKey, byte[]> known(List<ReceivedEvent> events) {
        Map<EventKey, byte[]> known = new HashMap<>();
        jdbc.query(
                DIGESTS,
                row -> {
                    known.put(new EventKey(row.getString(1), row.getString(2)), row.getBytes(3));
                },
                reader,
                sources(events),
                ids(events));
        return known;
    }

    private static String[] sources(List<ReceivedEvent> events) {
        return events.stream().map(event -> event.envelope().source()).toArray(String[]::new);
    }

    private static String[] ids(List<ReceivedEvent> events) {
        return events.stream().map(event -> event.envelope().id()).toArray(String[]::new);
    }
}
