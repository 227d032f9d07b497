package io.refundtool.notifications.template;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where templates come from: a directory of the shop's own, if configured, and behind it those built in. */
final class TemplateSource {
    private static final String BUILT_IN = "/notifications/templates";

    private TemplateSource() {}

    static Configuration open(@Nullable Path directory) {
        Configuration freemarker = new Configuration(Configuration.VERSION_2_3_34);
        freemarker.setTemplateLoader(loader(directory));
        freemarker.setDefaultEncoding("UTF-8");
        freemarker.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        // FreeMarker would log the failing expression's surroundings itself; the caller says what is safe to say.
        freemarker.setLogTemplateExceptions(false);
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        return freemarker;
    }

    private static TemplateLoader loader(@Nullable Path directory) {
        List<TemplateLoader> loaders = new ArrayList<>();
        if (directory != null) {
            loaders.add(ownTemplates(directory));
        }
        loaders.add(new ClassTemplateLoader(TemplateSource.class, BUILT_IN));
        return new MultiTemplateLoader(loaders.toArray(TemplateLoader[]::new));
    }

    private static TemplateLoader ownTemplates(Path directory) {
        try {
            return new FileTemplateLoader(directory.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expected refundtool.notifications.templates to name a directory, but " + directory + " is none",
                    e);
        }
    }
}
