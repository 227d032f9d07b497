package io.refundtool.bus.pages;

import io.refundtool.bus.registry.Catalogue;
import io.refundtool.bus.registry.Deprecations;
import io.refundtool.bus.registry.EventTypes;
import io.refundtool.events.EventType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the registry's face together. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

    @Bean
    Catalogue catalogue() {
        return new Catalogue();
    }

    @Bean
    Deprecations deprecations() {
        return EventType::deprecation;
    }

    @Bean
    Views views(EventTypes eventTypes, Catalogue catalogue, Deprecations deprecations) {
        return new Views(eventTypes, catalogue, deprecations);
    }

    @Bean
    PageModels pageModels(EventTypes eventTypes, Catalogue catalogue, Views views) {
        return new PageModels(eventTypes, catalogue, views);
    }

    @Bean
    Answers answers() {
        return new Answers(new Pages());
    }

    @Bean
    Documents documents(EventTypes eventTypes) {
        return new Documents(eventTypes);
    }

    @Bean
    WebMvcConfigurer deprecationHeaders(Deprecations deprecations) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new DeprecationHeaders(deprecations));
            }
        };
    }
}
