package io.refundtool.testservers;

import com.github.dockerjava.api.DockerClient;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A container at one port of the loopback interface that can be stopped, killed and started again. Testcontainers knows no
 * such thing: it removes what it stops, and chooses the port anew.
 */
final class ServerContainer implements AutoCloseable {

    /** Docker kills a server that takes longer; a killed broker would not come back with all that it has. */
    private static final int STOP_LIMIT_SECONDS = 60;

    private final GenericContainer<?> container;
    private final IntFunction<WaitStrategy> ready;
    private int starts;
    private boolean running;

    /**
     * Starts nothing yet.
     *
     * @param port where it is reached
     * @param portInside where it listens in its container
     * @param command what is run instead of the image's command; empty for that
     * @param ready tells when it is ready after it was started for the n-th time, from 1
     */
    ServerContainer(
            DockerImageName image,
            int port,
            int portInside,
            Map<String, String> variables,
            List<String> command,
            IntFunction<WaitStrategy> ready) {
        this.container = new GenericContainer<>(image);
        this.ready = ready;
        container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, portInside)));
        variables.forEach(container::addEnv);
        if (!command.isEmpty()) {
            container.setCommand(command.toArray(String[]::new));
        }
    }

    void start() {
        starts++;
        WaitStrategy whenReady = ready.apply(starts);
        if (starts == 1) {
            container.setWaitStrategy(whenReady);
            container.start();
        } else {
            docker().startContainerCmd(container.getContainerId()).exec();
            whenReady.waitUntilReady(container);
        }
        running = true;
    }

    void stop() {
        if (running) {
            docker().stopContainerCmd(container.getContainerId())
                    .withTimeout(STOP_LIMIT_SECONDS)
                    .exec();
            running = false;
        }
    }

    void kill() {
        docker().killContainerCmd(container.getContainerId()).exec();
        running = false;
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }

    /** Removes it with all that it has. */
    @Override
    public void close() {
        container.stop();
    }
}
