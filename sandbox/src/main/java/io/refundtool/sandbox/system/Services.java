package io.refundtool.sandbox.system;

import io.refundtool.events.common.Country;
import io.refundtool.sandbox.atol.AtolServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The four services; of refund-service there may be several instances. */
final class Services {

    private static final String REFUND_SERVICE = ServiceKind.REFUND_SERVICE.word();

    private final StopList parts;
    private final List<Integer> refundServices;
    private final Consumer<String> progress;

    /**
     * Services that are to be started.
     *
     * @param refundServices the port of each instance of refund-service
     */
    Services(StopList parts, List<Integer> refundServices, Consumer<String> progress) {
        this.parts = parts;
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
                        "fiscalization-service",
                        ports.fiscalizationService(),
                        () -> launcher.fiscalizationService(atol, account, without)),
                () -> start("notifications-service", ports.notificationsService(), launcher::notificationsService),
                () -> start("events-bus", ports.eventsBus(), launcher::eventsBus)));
        for (int i = 0; i < refundServices.size(); i++) {
            int port = refundServices.get(i);
            String name = refundServices.size() == 1 ? REFUND_SERVICE : REFUND_SERVICE + "-" + (i + 1);
            Path state = refundServices.size() == 1
                    ? directory.streams()
                    : directory.streams().resolve(name);
            starts.add(() -> start(name, port, () -> launcher.refundService(name, port, state, options.pace())));
        }
        Parallel.run(starts);
    }

    /** Something that starts a service. */
    @FunctionalInterface
    private interface Launch {
        AutoCloseable start() throws InterruptedException;
    }

    private void start(String name, int port, Launch launch) throws InterruptedException {
        parts.add(name, launch.start());
        Readiness.await(name, uri(port));
        progress.accept(name + " is up on port " + port);
    }

    static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
