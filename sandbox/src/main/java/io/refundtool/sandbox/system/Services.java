package io.refundtool.sandbox.system;

import io.refundtool.events.common.Country;
import io.refundtool.sandbox.atol.AtolServer;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/** The four services, each in its own Spring context. */
final class Services {

    private final StopList parts;
    private final Consumer<String> progress;

    Services(StopList parts, Consumer<String> progress) {
        this.parts = parts;
        this.progress = progress;
    }

    /** Starts all of them side by side and waits until each says that it is up. */
    void start(
            ServiceLauncher launcher,
            SystemPorts ports,
            SandboxDirectory directory,
            AtolServer atol,
            AtolServer.Account account,
            SystemOptions options)
            throws InterruptedException {
        String without =
                options.withoutFiscalization().stream().map(Country::wire).collect(Collectors.joining(","));
        Parallel.run(List.of(
                () -> start(
                        "refund-service",
                        ports.refundService(),
                        () -> launcher.refundService(directory.streams(), options.pace())),
                () -> start(
                        "fiscalization-service",
                        ports.fiscalizationService(),
                        () -> launcher.fiscalizationService(atol, account, without)),
                () -> start("notifications-service", ports.notificationsService(), launcher::notificationsService),
                () -> start("events-bus", ports.eventsBus(), launcher::eventsBus)));
    }

    private void start(String name, int port, Supplier<ConfigurableApplicationContext> service)
            throws InterruptedException {
        parts.add(name, service.get());
        Readiness.await(name, uri(port));
        progress.accept(name + " is up on port " + port);
    }

    static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
