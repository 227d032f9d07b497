package io.refundtool.reliability.process;

import io.refundtool.embedded.BrokerListener;
import io.refundtool.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A broker in a process of its own. Stopped by SIGTERM it stops in order. */
public final class KafkaMain {

    private KafkaMain() {}

    /** Port, directory, and further listeners as NAME:PORT:ADVERTISED_PORT. */
    public static void main(String[] arguments) {
        List<BrokerListener> more =
                Arrays.stream(arguments).skip(2).map(KafkaMain::listener).toList();
        EmbeddedKafka kafka = EmbeddedKafka.start(Integer.parseInt(arguments[0]), Path.of(arguments[1]), more);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("stop-kafka").unstarted(kafka::close));
        ManagedProcess.sayReady();
    }

    static String argument(BrokerListener listener) {
        return listener.name() + ":" + listener.port() + ":" + listener.advertisedPort();
    }

    private static BrokerListener listener(String argument) {
        List<String> parts = List.of(argument.split(":", 3));
        return new BrokerListener(parts.get(0), Integer.parseInt(parts.get(1)), Integer.parseInt(parts.get(2)));
    }
}
