package io.refundtool.bus.pages;

import io.refundtool.bus.registry.Deprecations;
import io.refundtool.events.Deprecation;
import io.refundtool.events.EventType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Tells whoever names a deprecated version in a path that it goes: {@code Deprecation} (RFC 9745), {@code Sunset}
 * (RFC 8594) and links to the successor and to the page that says so.
 */
final class DeprecationHeaders implements HandlerInterceptor {

    /** IMF-fixdate of RFC 9110: two digits for the day, which RFC 1123 in Java does not write. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final Deprecations deprecations;

    DeprecationHeaders(Deprecations deprecations) {
        this.deprecations = deprecations;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("name") instanceof String name) {
            EventType.of(name)
                    .ifPresent(type -> deprecations.of(type).ifPresent(found -> announce(type, found, response)));
        }
        return true;
    }

    private static void announce(EventType type, Deprecation deprecation, HttpServletResponse response) {
        response.setHeader("Deprecation", "@" + midnight(deprecation.since()).toEpochSecond());
        response.setHeader("Sunset", HTTP_DATE.format(midnight(deprecation.sunset())));
        response.addHeader(
                HttpHeaders.LINK, "<%s>; rel=\"successor-version\"".formatted(Paths.ofName(deprecation.successor())));
        response.addHeader(HttpHeaders.LINK, "<%s>; rel=\"deprecation\"; type=\"text/html\"".formatted(Paths.of(type)));
    }

    private static ZonedDateTime midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC);
    }
}
