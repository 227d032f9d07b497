package io.refundtool.sandbox.system;

import io.refundtool.bus.EventsBusApplication;
import io.refundtool.embedded.EmbeddedDatabase;
import io.refundtool.fiscalization.FiscalizationApplication;
import io.refundtool.notifications.NotificationsApplication;
import io.refundtool.refund.RefundApplication;
import io.refundtool.sandbox.atol.AtolServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts each service as its own Spring context, configured as an operator would: by its documented properties.
 *
 * <p>All jars are on one class path here, so what a service would not find when it runs alone is switched off.
 */
final class ServiceLauncher {

    /** The taxpayer's number of nobody. */
    private static final String INN = "7700000000";

    private static final String WITHOUT_DATABASE = String.join(
            ",",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration");

    /** The events bus alone has callers who have to prove who they are. */
    private static final String WITHOUT_SECURITY = String.join(
            ",",
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration");

    private final SystemPorts ports;
    private final String bootstrapServers;
    private final EmbeddedDatabase database;
    private final String gatewayKeys;
    private final Patience patience;

    /**
     * A launcher of services on these ports.
     *
     * @param gatewayKeys the argument that tells the events bus whose tokens it takes
     */
    ServiceLauncher(
            SystemPorts ports,
            String bootstrapServers,
            EmbeddedDatabase database,
            String gatewayKeys,
            Patience patience) {
        this.ports = ports;
        this.bootstrapServers = bootstrapServers;
        this.database = database;
        this.gatewayKeys = gatewayKeys;
        this.patience = patience;
    }

    ConfigurableApplicationContext eventsBus() {
        return run(
                EventsBusApplication.application(),
                ports.eventsBus(),
                Map.of(
                        "spring.autoconfigure.exclude",
                        WITHOUT_DATABASE,
                        // A person may look at the event types in a browser, which has no token.
                        "refundtool.bus.security.open-registry",
                        "true"),
                Map.of(),
                gatewayKeys);
    }

    ConfigurableApplicationContext refundService(Path stateDir, SystemOptions.Pace pace) {
        return run(
                RefundApplication.application(),
                ports.refundService(),
                Map.of(
                        "spring.autoconfigure.exclude", WITHOUT_SECURITY,
                        "spring.datasource.url", database.jdbcUrl(Databases.REFUND),
                        "refundtool.streams.state-dir", stateDir.toString(),
                        // Two threads are two transactions at a time: more work for the broker than they save here.
                        "refundtool.streams.threads", "1",
                        "refundtool.streams.commit-interval", pace.commitInterval()),
                patience.refundService());
    }

    ConfigurableApplicationContext fiscalizationService(
            AtolServer atol, AtolServer.Account account, String countriesWithout) {
        return run(
                FiscalizationApplication.application(),
                ports.fiscalizationService(),
                Map.ofEntries(
                        Map.entry("spring.autoconfigure.exclude", WITHOUT_SECURITY),
                        Map.entry("spring.datasource.url", database.jdbcUrl(Databases.FISCALIZATION)),
                        Map.entry("refundtool.fiscalization.countries.required-by-default", "true"),
                        Map.entry("refundtool.fiscalization.countries.not-required", countriesWithout),
                        Map.entry("refundtool.fiscalization.seller.inn", INN),
                        Map.entry(
                                "refundtool.fiscalization.atol.base-url",
                                atol.baseUrl().toString()),
                        Map.entry("refundtool.fiscalization.atol.group-code", account.group()),
                        Map.entry("refundtool.fiscalization.atol.login", account.login()),
                        Map.entry("refundtool.fiscalization.atol.password", account.password()),
                        Map.entry(
                                "refundtool.fiscalization.atol.callback-url",
                                "http://127.0.0.1:" + ports.fiscalizationService() + "/atol/callback"),
                        // The simulator's cash registers are as fast as the machine.
                        Map.entry("refundtool.fiscalization.atol.receipts-per-second", "100000")),
                patience.fiscalizationService());
    }

    ConfigurableApplicationContext notificationsService() {
        return run(
                NotificationsApplication.application(),
                ports.notificationsService(),
                Map.of(
                        "spring.autoconfigure.exclude",
                        WITHOUT_SECURITY,
                        "spring.datasource.url",
                        database.jdbcUrl(Databases.NOTIFICATIONS),
                        "spring.mail.host",
                        "127.0.0.1",
                        "spring.mail.port",
                        Integer.toString(ports.smtp())),
                patience.notificationsService());
    }

    private ConfigurableApplicationContext run(
            SpringApplicationBuilder application,
            int port,
            Map<String, String> properties,
            Map<String, String> patient,
            String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--refundtool.kafka.bootstrap-servers=" + bootstrapServers,
                "--spring.main.banner-mode=off",
                // The sandbox stops its parts in order; a hook of each would stop them all at once.
                "--spring.main.register-shutdown-hook=false",
                "--management.metrics.use-global-registry=false"));
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        patient.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of(more));
        return application.run(arguments.toArray(String[]::new));
    }
}
