package io.refundtool.bus.pages;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Renders pages from templates; every value is escaped. The pages need no script and nothing from elsewhere. */
final class Pages {

    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

    Pages() {
        configuration.setClassForTemplateLoading(Pages.class, "");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setURLEscapingCharset(StandardCharsets.UTF_8.name());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setLocale(Locale.UK);
    }

    String render(String page, Map<String, ?> values) {
        StringWriter out = new StringWriter();
        try {
            configuration.getTemplate(page + ".ftlh").process(values, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("Expected to render the page " + page + ", but it fails", e);
        }
        return out.toString();
    }
}
