package io.refundtool.refund;

import io.refundtool.messaging.LateStart;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts refund-service. */
@SpringBootApplication
public class RefundApplication {

    /** The application as it is started everywhere, with its own configuration file. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(RefundApplication.class).properties("spring.config.name=refund-service");
    }

    public static void main(String[] args) {
        LateStart.attend(application().run(args));
    }
}
