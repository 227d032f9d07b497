package io.refundtool.sandbox.system;

import io.refundtool.sandbox.atol.AtolServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts each service where its host wants it, configured as an operator would: by its documented properties.
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
    private final Databases databases;
    private final Hosting hosting;
    private final String gatewayKeys;
    private final Patience patience;

    /**
     * A launcher of services on these ports.
     *
     * @param gatewayKeys the argument that tells the events bus whose tokens it takes
     */
    ServiceLauncher(SystemPorts ports, Databases databases, Hosting hosting, String gatewayKeys, Patience patience) {
        this.ports = ports;
        this.databases = databases;
        this.hosting = hosting;
        this.gatewayKeys = gatewayKeys;
        this.patience = patience;
    }

    AutoCloseable eventsBus() throws InterruptedException {
        return run(
                ServiceKind.EVENTS_BUS,
                ServiceKind.EVENTS_BUS.word(),
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

    AutoCloseable refundService(String name, int port, Path stateDir, SystemOptions.Pace pace)
            throws InterruptedException {
        return run(
                ServiceKind.REFUND_SERVICE,
                name,
                port,
                Map.of(
                        "spring.autoconfigure.exclude", WITHOUT_SECURITY,
                        "spring.datasource.url", databases.jdbcUrl(Databases.REFUND),
                        "refundtool.streams.state-dir", stateDir.toString(),
                        // Two threads are two transactions at a time: more work for the broker than they save here.
                        "refundtool.streams.threads", "1",
                        "refundtool.streams.commit-interval", pace.commitInterval()),
                patience.refundService());
    }

    AutoCloseable fiscalizationService(AtolServer atol, AtolServer.Account account, String countriesWithout)
            throws InterruptedException {
        return run(
                ServiceKind.FISCALIZATION_SERVICE,
                ServiceKind.FISCALIZATION_SERVICE.word(),
                ports.fiscalizationService(),
                Map.ofEntries(
                        Map.entry("spring.autoconfigure.exclude", WITHOUT_SECURITY),
                        Map.entry("spring.datasource.url", databases.jdbcUrl(Databases.FISCALIZATION)),
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

    AutoCloseable notificationsService() throws InterruptedException {
        return run(
                ServiceKind.NOTIFICATIONS_SERVICE,
                ServiceKind.NOTIFICATIONS_SERVICE.word(),
                ports.notificationsService(),
                Map.of(
                        "spring.autoconfigure.exclude",
                        WITHOUT_SECURITY,
                        "spring.datasource.url",
                        databases.jdbcUrl(Databases.NOTIFICATIONS),
                        "spring.mail.host",
                        "127.0.0.1",
                        "spring.mail.port",
                        Integer.toString(ports.smtp())),
                patience.notificationsService());
    }

    private AutoCloseable run(
            ServiceKind kind,
            String name,
            int port,
            Map<String, String> properties,
            Map<String, String> patient,
            String... more)
            throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--refundtool.kafka.bootstrap-servers=" + hosting.bootstrapServers(name, ports.kafka()),
                "--spring.main.banner-mode=off"));
        properties.forEach((property, value) -> arguments.add("--" + property + "=" + value));
        patient.forEach((property, value) -> arguments.add("--" + property + "=" + value));
        arguments.addAll(List.of(more));
        return hosting.service(new Hosting.ServiceStart(kind, name, port, arguments));
    }
}
