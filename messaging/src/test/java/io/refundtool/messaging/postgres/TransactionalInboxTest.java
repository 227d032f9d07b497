package io.refundtool.messaging.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.refundtool.events.Envelope;
import io.refundtool.events.Topic;
import io.refundtool.messaging.EventBatchHandler;
import io.refundtool.messaging.ReceivedEvent;
import io.refundtool.messaging.TestEvents;
import io.refundtool.testservers.NeedsServers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsServers
class TransactionalInboxTest {

    private final DatabaseFixture database = DatabaseFixture.shared();
    private final List<ReceivedEvent> worked = new ArrayList<>();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void shouldPassAnEventOnceThoughABatchHasItTwice() {
        // given
        EventBatchHandler handler = database.inbox().once(worked::addAll);
        ReceivedEvent a = received(TestEvents.receiptNotRequired("a", "order-1", "m1"));
        ReceivedEvent b = received(TestEvents.receiptNotRequired("b", "order-1", "m1"));

        // when
        handler.handle(List.of(a, b, a));
        handler.handle(List.of(b));

        // then
        assertThat(worked).containsExactly(a, b);
    }

    @Test
    void shouldPassAnEventAgainWhenItsWorkFailed() {
        // given
        ReceivedEvent a = received(TestEvents.receiptNotRequired("a", "order-1", "m1"));
        EventBatchHandler failing = database.inbox().once(events -> {
            throw new IllegalStateException("work failed");
        });

        // when
        assertThatIllegalStateException().isThrownBy(() -> failing.handle(List.of(a)));
        database.inbox().once(worked::addAll).handle(List.of(a));

        // then
        assertThat(worked).containsExactly(a);
    }

    @Test
    void shouldLetTwoReadersHaveEveryEvent() {
        // given
        ReceivedEvent a = received(TestEvents.receiptNotRequired("a", "order-1", "m1"));

        // when
        for (String reader : List.of("one", "two")) {
            new TransactionalInbox(database.dataSource(), database.transactionManager(), reader)
                    .once(worked::addAll)
                    .handle(List.of(a));
        }

        // then
        assertThat(worked).containsExactly(a, a);
    }

    @Test
    void shouldForgetIdsThatKafkaCannotDeliverAnyMore() {
        // given
        database.jdbc().execute("""
                        insert into inbox (reader, source, event_id, received_at) values
                            ('main', '/s', 'old', now() - interval '%1$d days'),
                            ('main', '/s', 'young', now() - interval '%2$d days'),
                            ('other', '/s', 'of another', now() - interval '%1$d days')
                        """.formatted(deliverableDays() + 1, deliverableDays() - 1));

        // when
        database.inbox()
                .once(worked::addAll)
                .handle(List.of(received(TestEvents.receiptNotRequired("new", "order-1", "m1"))));

        // then
        assertThat(database.jdbc().query("select event_id from inbox order by 1", (row, number) -> row.getString(1)))
                .containsExactly("new", "of another", "young");
    }

    /** The longest retention of a topic, and a month in which Kafka may not have got round to it. */
    private static long deliverableDays() {
        return 30
                + Arrays.stream(Topic.values())
                        .mapToLong(topic -> topic.retention().toDays())
                        .max()
                        .orElseThrow();
    }

    private static ReceivedEvent received(Envelope<?> envelope) {
        return new ReceivedEvent(envelope, new ConsumerRecord<>("topic", 0, 0, "order-1", new byte[0]));
    }
}
