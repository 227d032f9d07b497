package io.refundtool.specs.generator.render;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The templates of one target language, {@code templates/<language>/<name>.ftl}, and files beside them that are copied. */
public final class Templates {

    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

    private final String directory;

    public Templates(String language) {
        directory = "io/refundtool/specs/generator/templates/" + language;
        configuration.setClassLoaderForTemplateLoading(Templates.class.getClassLoader(), directory);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setNumberFormat("computer");
    }

    public String render(String template, Map<String, ?> values) {
        StringWriter out = new StringWriter();
        try {
            configuration.getTemplate(template + ".ftl").process(values, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("Expected to render the template " + template + ", but it fails", e);
        }
        return out.toString();
    }

    /** A file as it is, for code that is the same whatever the specs say. */
    public String copy(String file) {
        String resource = "/" + directory + "/" + file;
        try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
