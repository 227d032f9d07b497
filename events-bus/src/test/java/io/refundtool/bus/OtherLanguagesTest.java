package io.refundtool.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.bus.RunningGateway.Reply;
import io.refundtool.events.Topic;
import io.refundtool.testservers.NeedsServers;
import io.refundtool.testservers.SharedServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The gateway takes what producers in other languages send; that they send this is tested where their code is. */
@NeedsServers
class OtherLanguagesTest {

    private static final String BROKER = SharedServers.kafka().bootstrapServers();
    private static final Path EXAMPLE = Path.of("../event-specs/languages/src/test/go/producer/example_test.go");
    private static final String PATH = "\t// /event-types/payment.money-refunded.v1/events\n\t// ";

    @Test
    void shouldTakeTheBatchThatTheExamplesInGoAndPhpMake() throws IOException {
        // given
        String body = batchOfTheExample();
        try (RunningGateway gateway = RunningGateway.ready(BROKER);
                TopicReader payments = new TopicReader(BROKER, Topic.PAYMENT_UPDATE_V1)) {
            // when
            Reply reply = gateway.publish(Samples.MONEY_REFUNDED, body);
            // then
            assertThat(reply.status()).as(reply.json().toString()).isEqualTo(200);
            String data = new String(payments.awaitEvent("pay-7781").value(), StandardCharsets.UTF_8);
            assertThat(body).contains("\"data\":" + data + "}]");
        }
    }

    /** The second of the lines that the example prints; the first is the path. */
    private static String batchOfTheExample() throws IOException {
        String example = Files.readString(EXAMPLE);
        assertThat(example).contains(PATH);
        return example.substring(example.indexOf(PATH) + PATH.length())
                .lines()
                .findFirst()
                .orElseThrow();
    }
}
