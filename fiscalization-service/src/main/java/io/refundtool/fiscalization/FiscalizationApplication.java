package io.refundtool.fiscalization;

import io.refundtool.messaging.LateStart;
import io.refundtool.messaging.postgres.DatabaseFirstStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The service as a process; its settings are in {@code fiscalization-service.yaml}. */
@SpringBootApplication
@Import(DatabaseFirstStart.class)
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
