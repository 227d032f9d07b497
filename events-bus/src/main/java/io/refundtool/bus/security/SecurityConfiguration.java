package io.refundtool.bus.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Closes the gateway: everything but its health needs a token, and a page that somebody adds is closed too. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecuritySettings.class)
class SecurityConfiguration {

    @Bean
    CallerReader callerReader(SecuritySettings settings) {
        return new CallerReader(settings);
    }

    @Bean
    JwtDecoder tokenReader(SecuritySettings settings, CallerReader callers) {
        Clock clock = Clock.systemUTC();
        TokenChecks checks = new TokenChecks(settings, callers, clock);
        TokenMemory memory = new TokenMemory(settings.tokenMemory(), clock);
        String url = settings.jwksUrl();
        if (url == null) {
            JWKSource<SecurityContext> known = new KnownKeys(PublicKeys.read(settings.publicKeys()));
            return new TokenReader(Signatures.of(known, settings.algorithms()), checks, memory, () -> true);
        }
        PublishedKeys published = new PublishedKeys(url);
        return new TokenReader(
                Signatures.of(published.source(), settings.algorithms()), checks, memory, published::fetched);
    }

    @Bean
    RefusalLog refusalLog(MeterRegistry meters) {
        return new RefusalLog(meters);
    }

    @Bean
    CallerRules callerRules(RefusalLog refusals) {
        return new CallerRules(refusals);
    }

    /** One for the whole instance; the metric {@code refundtool.bus.callers} says how many callers have a bucket in it. */
    @Bean
    RequestLimit requestLimit(SecuritySettings settings, MeterRegistry meters) {
        Duration longestRefill = Stream.concat(
                        Stream.of(settings.limits()),
                        settings.callers().stream().map(caller -> caller.over(settings.limits())))
                .map(CallerLimits::per)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        RequestLimit limit = new RequestLimit(longestRefill);
        meters.gauge("refundtool.bus.callers", limit, RequestLimit::callers);
        return limit;
    }

    @Bean
    SecurityFilterChain closed(
            HttpSecurity http,
            SecuritySettings settings,
            JwtDecoder tokens,
            CallerReader callers,
            RequestLimit limit,
            RefusalAnswers answers) {
        return http.authorizeHttpRequests(requests -> authorize(requests, settings.openRegistry()))
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(callers))
                                .authenticationEntryPoint(answers))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(answers))
                .addFilterAfter(new RequestLimitFilter(limit, answers), AuthorizationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Nothing in a browser holds a token of its own accord, so no other site can use one.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            boolean openRegistry) {
        requests.requestMatchers(HttpMethod.GET, OpenPaths.HEALTH).permitAll();
        if (openRegistry) {
            requests.requestMatchers(HttpMethod.GET, OpenPaths.REGISTRY).permitAll();
        }
        requests.anyRequest().authenticated();
    }
}
