package io.refundtool.sandbox.system;

import io.refundtool.events.common.Country;
import io.refundtool.sandbox.atol.AtolServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The four services; of refund-service there may be several instances. */
final class Services {

    private static final String REFUND_SERVICE = ServiceKind.REFUND_SERVICE.word();

    private final StopList parts;
    private final Hosting hosting;
    private final List<Integer> refundServices;
    private final Consumer<String> progress;

    /**
     * Services that are to be started.
     *
     * @param refundServices the port of each instance of refund-service
     */
    Services(StopList parts, Hosting hosting, List<Integer> refundServices, Consumer<String> progress) {
        this.parts = parts;
        this.hosting = hosting;
        this.refundServices = List.copyOf(refundServices);
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
        List<Parallel.Step> starts = new ArrayList<>(List.of(
                () -> start(
                        ServiceKind.FISCALIZATION_SERVICE,
                        ports.fiscalizationService(),
                        () -> launcher.fiscalizationService(atol, account, without)),
                () -> start(
                        ServiceKind.NOTIFICATIONS_SERVICE,
                        ports.notificationsService(),
                        launcher::notificationsService),
                () -> start(ServiceKind.EVENTS_BUS, ports.eventsBus(), launcher::eventsBus)));
        for (int i = 0; i < refundServices.size(); i++) {
            int port = refundServices.get(i);
            String name = refundServices.size() == 1 ? REFUND_SERVICE : REFUND_SERVICE + "-" + (i + 1);
            Path state = refundServices.size() == 1
                    ? directory.streams()
                    : directory.streams().resolve(name);
            starts.add(() -> start(
                    ServiceKind.REFUND_SERVICE,
                    name,
                    port,
                    () -> launcher.refundService(name, port, state, options.pace())));
        }
        Parallel.run(starts);
    }

    private void start(ServiceKind kind, int port, Launch launch) throws InterruptedException {
        start(kind, kind.word(), port, launch);
    }

    /** Something that starts a service. */
    @FunctionalInterface
    private interface Launch {
        AutoCloseable start() throws InterruptedException;
    }

    private void start(ServiceKind kind, String name, int port, Launch launch) throws InterruptedException {
        parts.add(name, launch.start());
        if (!hosting.reaches(kind)) {
            return;
        }
        Readiness.await(name, hosting.uri(kind, port));
        progress.accept(name + " is up at " + hosting.uri(kind, port));
    }
}
