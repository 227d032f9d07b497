package io.refundtool.notifications.template;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import io.refundtool.notifications.domain.LanguageChoice;
import io.refundtool.notifications.domain.MessageContent;
import io.refundtool.notifications.domain.Notice;
import io.refundtool.notifications.domain.Occasion;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages from templates. A template is looked up as {@code <occasion>_<language>_<COUNTRY>.ftl}, then without
 * the country, then without the language, which is English; its first line is the subject, the rest the text.
 *
 * <p>Templates are plain text: what comes from an event is never read as markup, a template or a header.
 */
public final class MessageTemplates {
    private static final String ENGLISH = "en";
    private static final MessageContent SAMPLE = new MessageContent(
            "Shop",
            "order",
            "refund",
            "",
            "today",
            "1.00",
            List.of(new MessageContent.Line("Cup", 1, "1.00")),
            1,
            List.of("-"));

    private final Configuration freemarker;
    private final LanguageChoice languages;
    private final String shop;

    /** Uses the built-in templates and, before those, the ones in the directory, if there is one. */
    public MessageTemplates(LanguageChoice languages, String shop, @Nullable Path directory) {
        this.freemarker = TemplateSource.open(directory);
        this.languages = languages;
        this.shop = shop;
    }

    /** The message for this notice in the customer's language, or in English when there is no template in it. */
    public RenderedMessage render(Notice notice) {
        Locale wanted = languages.localeFor(notice.customer(), notice.country());
        Locale spoken =
                hasTemplate(notice.occasion(), wanted.getLanguage()) ? wanted : Locale.of(ENGLISH, wanted.getCountry());
        return render(notice.occasion(), MessageContent.of(notice, shop, spoken), spoken);
    }

    /** Tries the template with a sample, so that a broken one is found before a customer waits for it. */
    public RenderedMessage renderSample(Occasion occasion, Locale locale) {
        return render(occasion, SAMPLE, locale);
    }

    /** Whether there is a template in that language, rather than English in its place. */
    public boolean hasTemplate(Occasion occasion, String language) {
        return language.equals(ENGLISH)
                || find(occasion, Locale.of(language)).getSourceName().startsWith(occasion.template() + "_" + language);
    }

    private RenderedMessage render(Occasion occasion, MessageContent content, Locale locale) {
        Template template = find(occasion, locale);
        StringWriter out = new StringWriter();
        try {
            template.process(content, out);
        } catch (TemplateException | IOException e) {
            throw new TemplateFailedException(
                    "Expected template " + template.getSourceName() + " to give a message, but it failed", e);
        }
        return RenderedMessage.parse(locale.getLanguage(), out.toString())
                .orElseThrow(() -> new TemplateFailedException("Expected template " + template.getSourceName()
                        + " to begin with a line for the subject and to go on with a text, but it does not"));
    }

    private Template find(Occasion occasion, Locale locale) {
        String name = occasion.template() + ".ftl";
        try {
            return freemarker.getTemplate(name, locale);
        } catch (IOException e) {
            throw new TemplateFailedException(
                    "Expected a readable template " + name + " for " + locale + ", but there is none", e);
        }
    }
}
