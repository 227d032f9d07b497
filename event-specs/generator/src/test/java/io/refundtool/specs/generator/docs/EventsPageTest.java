package io.refundtool.specs.generator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.read.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of events in {@code docs} is the specs'; {@code -Dgolden.update=true} writes it anew. */
class EventsPageTest {

    private static final Path PAGE = Path.of("../../docs/events.md");

    private final SpecModel specs = SpecReader.read(Path.of("../specs"));

    @Test
    void shouldKeepThePageInStepWithTheSpecs() throws IOException {
        // when
        String page = MarkdownRenderer.render(specs);
        // then
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE).replace("\r\n", "\n"))
                .as("docs/events.md; run with -Dgolden.update=true to write it anew, and read the change")
                .isEqualTo(page);
    }

    @Test
    void shouldNameEveryTopicEventPropertyWriterAndReader() {
        // when
        String page = MarkdownRenderer.render(specs);
        // then
        for (TopicSpec topic : specs.topics()) {
            assertThat(page).contains("## " + topic.name() + "\n", "read by " + String.join(", ", topic.readers()));
        }
        for (EventSpec event : specs.events()) {
            String after = page.substring(page.indexOf("### " + event.wireName() + "\n") + 4);
            String section = after.substring(0, after.indexOf("\n##"));
            assertThat(section).contains("Written by ");
            event.properties().forEach(property -> assertThat(section).contains("| `" + property.name() + "` |"));
        }
    }

    @Test
    void shouldWarnOfAVersionThatGoes() {
        // given
        SpecModel small = SpecReader.read(Path.of("src/test/resources/specs"));
        // when // then
        assertThat(MarkdownRenderer.render(small))
                .contains("> **Deprecated** since 2026-01-31; gone from 2026-07-31. Use "
                        + "[shop.order-packed.v2](#shoporder-packedv2) instead.");
    }
}
