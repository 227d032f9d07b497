package io.refundtool.notifications.config;

import io.refundtool.notifications.domain.Occasion;
import io.refundtool.notifications.template.MessageTemplates;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Refuses to start without a working template for every occasion in every language that the settings name. */
final class TemplateCheck {
    private TemplateCheck() {}

    static void run(MessageTemplates templates, NotificationsSettings settings) {
        Set<String> languages = new TreeSet<>(settings.languages().values());
        languages.add(settings.defaultLanguage());
        for (String language : languages) {
            for (Occasion occasion : Occasion.values()) {
                if (!templates.hasTemplate(occasion, language)) {
                    throw new IllegalArgumentException(
                            "Expected a template %s_%s.ftl, since refundtool.notifications names language %s, but there is none"
                                    .formatted(occasion.template(), language, language));
                }
                templates.renderSample(occasion, Locale.of(language));
            }
        }
    }
}
