package io.refundtool.specs.generator.docs;

import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.render.Templates;
import java.util.Map;

/** Renders {@code docs/events.md}: every topic, event and type on one page. */
public final class MarkdownRenderer {

    private MarkdownRenderer() {}

    public static String render(SpecModel model) {
        return new Templates("docs").render("events.md", Map.of("catalogue", Catalogue.of(model)));
    }
}
