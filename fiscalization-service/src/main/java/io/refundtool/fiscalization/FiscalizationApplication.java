package io.refundtool.fiscalization;

import io.refundtool.messaging.LateStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The service as a process; its settings are in {@code fiscalization-service.yaml}. */
@SpringBootApplication
public class FiscalizationApplication {

    /** The service, ready to run here or in a JVM with others. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(FiscalizationApplication.class)
                .properties("spring.config.name=fiscalization-service");
    }

    public static void main(String[] args) {
        LateStart.attend(application().run(args));
    }
}
