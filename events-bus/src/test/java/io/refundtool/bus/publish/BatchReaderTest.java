package io.refundtool.bus.publish;

import static org.assertj.core.api.Assertions.assertThat;

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
                                .extracting(item -> new String(item.dataBytes(), StandardCharsets.UTF_8))
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
        assertThat(reader.read(new byte[] {'[', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ']'}))
                .isInstanceOf(ReadBatch.Unreadable.class);
        assertThat(reader.read(new byte[] {'[', '"', (byte) 0xC0, (byte) 0x80, '"', ']'}))
                .isInstanceOf(ReadBatch.Unreadable.class);
        assertThat(reader.read(new byte[] {'[', '"', (byte) 0xC3})).isInstanceOf(ReadBatch.Unreadable.class);
    }

    @Test
    void shouldRefuseABodyOfMoreTokensThanEventsHave() {
        // given
        String garbage = "[" + "0,".repeat(BatchLimits.MAX_TOKENS) + "0]";

        // then
        assertThat(read("[" + garbage + "]")).isInstanceOf(ReadBatch.Unreadable.class);
    }

    private ReadBatch read(String body) {
        return reader.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
