package io.refundtool.bus;

import io.refundtool.messaging.LateStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The HTTP gateway through which BOB and Payment write their events. It keeps no state, so any number of instances may
 * run side by side. It starts while Kafka is away, and answers 503 until Kafka is there.
 *
 * <p>Its configuration is {@code events-bus.yaml}, never {@code application.yaml}: the sandbox runs it in one JVM with
 * other services.
 */
@SpringBootApplication
public class EventsBusApplication {

    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(EventsBusApplication.class).properties("spring.config.name=events-bus");
    }

    public static void main(String[] arguments) {
        LateStart.attend(application().run(arguments));
    }
}
