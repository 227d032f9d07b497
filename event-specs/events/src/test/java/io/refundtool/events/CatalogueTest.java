package io.refundtool.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {

    @Test
    void shouldDescribeATopicAsTheSpecsDo() {
        // given
        Topic topic = Topic.PAYMENT_UPDATE_V1;
        // when // then
        assertThat(topic.topicName()).isEqualTo("payment.update.v1");
        assertThat(topic.writer()).isEqualTo("payment");
        assertThat(topic.through()).contains("events-bus");
        assertThat(topic.readers()).containsExactly("refund-service");
        assertThat(topic.partitions()).isPositive();
        assertThat(topic.retention()).isEqualTo(Duration.ofDays(1095));
        assertThat(topic.deadLetters()).isFalse();
        assertThat(topic.eventTypes())
                .containsExactly(
                        EventType.PAYMENT_MONEY_REFUNDED_V1,
                        EventType.PAYMENT_REFUND_DECLINED_V1,
                        EventType.PAYMENT_REFUND_RETURNED_V1,
                        EventType.PAYMENT_REFUND_REVERSED_V1,
                        EventType.PAYMENT_REVERSAL_DECLINED_V1);
        assertThat(Topic.of("payment.update.v1")).contains(topic);
        assertThat(Topic.of("payment.update.v2")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindEveryTypeByItsNameAndInItsTopic(EventType type) {
        assertThat(EventType.of(type.wireName())).contains(type);
        assertThat(type.topic().eventTypes()).contains(type);
        assertThat(type.javaType()).isFinal();
        assertThat(EventType.class.getResource(type.schemaResource())).isNotNull();
    }

    @Test
    void shouldSayWhoMayWriteAnEvent() {
        assertThat(EventType.PAYMENT_MONEY_REFUNDED_V1.writers()).containsExactly("payment");
        assertThat(EventType.BOB_REFUND_REQUESTED_V1.writers()).containsExactly("bob");
        assertThat(EventType.REFUND_APPROVED_V1.writers()).containsExactly(Topic.REFUND_UPDATE_V1.writer());
        assertThat(EventType.values())
                .allSatisfy(type -> assertThat(type.writers()).isNotEmpty().doesNotHaveDuplicates());
    }

    @Test
    void shouldSayWhichAnswerAnEventWants() {
        assertThat(EventType.REFUND_APPROVED_V1.expects())
                .contains(new Expectation(
                        List.of("payment.money-refunded.v1", "payment.refund-declined.v1"), Duration.ofMinutes(5)));
        assertThat(EventType.REFUND_COMPLETED_V1.expects()).isEmpty();
        assertThat(EventType.values())
                .allSatisfy(type -> type.expects()
                        .ifPresent(expectation -> assertThat(expectation.anyOf())
                                .allSatisfy(
                                        name -> assertThat(EventType.of(name)).isPresent())));
    }

    @Test
    void shouldKeepDeadLettersOfEachServiceApartFromEvents() {
        assertThat(Arrays.stream(Topic.values()).filter(Topic::deadLetters))
                .containsExactly(
                        Topic.REFUND_SERVICE_DEAD_LETTER_V1,
                        Topic.FISCALIZATION_SERVICE_DEAD_LETTER_V1,
                        Topic.NOTIFICATIONS_SERVICE_DEAD_LETTER_V1,
                        Topic.REFUND_SERVICE_RETRY_V1)
                .allSatisfy(topic -> assertThat(topic.eventTypes()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayHowASpecMayChangeAndThatItStays(EventType type) {
        assertThat(type.compatibility()).isEqualTo(Compatibility.COMPATIBLE);
        assertThat(type.deprecation()).isEmpty();
    }
}
