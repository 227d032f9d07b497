package io.refundtool.bus.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.events.EventType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Where the data of each item begins and ends, and where a body is broken. */
class BatchReaderTest {

    private final BatchReader reader = new BatchReader();

    @Test
    void shouldFindTheDataOfEachItemAmongCharactersOfSeveralBytes() {
        // given
        String body =
                "[{\"metadata\": {\"eid\": \"é😀\"},\n \"data\" : {\"ü\": [1, 2]} } ,\n{\"data\":{},\"x\":\"€\"}, {}]";

        // when
        ReadBatch read = read(body);

        // then
        assertThat(read)
                .isInstanceOfSatisfying(
                        ReadBatch.Batch.class,
                        batch -> assertThat(batch.items())
                                .extracting(BatchReaderTest::refusedData)
                                .containsExactly("{\"ü\": [1, 2]}", "{}", ""));
    }

    @Test
    void shouldCountColumnsInCharacters() {
        // then
        assertThat(read("[\n{\"é😀\": 1 x")).isInstanceOfSatisfying(ReadBatch.Unreadable.class, unreadable -> {
            assertThat(unreadable.line()).isEqualTo(2);
            assertThat(unreadable.column()).isEqualTo(10);
        });
    }

    @Test
    void shouldRefuseSurrogatesAndOverlongFormsThoughTheParserTakesThem() {
        // then
        assertThat(array(new byte[] {'[', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ']'}))
                .isInstanceOf(ReadBatch.Unreadable.class);
        assertThat(array(new byte[] {'[', '"', (byte) 0xC0, (byte) 0x80, '"', ']'}))
                .isInstanceOf(ReadBatch.Unreadable.class);
        assertThat(array(new byte[] {'[', '"', (byte) 0xC3})).isInstanceOf(ReadBatch.Unreadable.class);
    }

    @Test
    void shouldRefuseABodyOfMoreTokensThanEventsHave() {
        // given
        String garbage = "[" + "0,".repeat(BatchLimits.MAX_TOKENS) + "0]";

        // then
        assertThat(read("[" + garbage + "]")).isInstanceOf(ReadBatch.Unreadable.class);
    }

    @Test
    void shouldLocateFaultsOfAPartInTheWholeDocument() {
        // given
        byte[] document = "{\"x\":\n [{\"metadata\": }] }".getBytes(StandardCharsets.UTF_8);

        // when
        ReadBatch read = reader.array(
                EventType.BOB_REFUND_REQUESTED_V1, ItemForm.METADATA, new Body(document, 7, document.length - 2));

        // then
        assertThat(read).isInstanceOfSatisfying(ReadBatch.Unreadable.class, unreadable -> {
            assertThat(unreadable.line()).isEqualTo(2);
            assertThat(unreadable.column()).isEqualTo(16);
        });
    }

    private static String refusedData(SubmittedItem item) {
        return item.data() instanceof SubmittedData.Refused refused
                ? new String(refused.bytes(), StandardCharsets.UTF_8)
                : "";
    }

    private ReadBatch read(String body) {
        return array(body.getBytes(StandardCharsets.UTF_8));
    }

    private ReadBatch array(byte[] body) {
        return reader.array(EventType.BOB_REFUND_REQUESTED_V1, ItemForm.METADATA, body);
    }
}
