package io.refundtool.notifications;

import io.refundtool.messaging.LateStart;
import io.refundtool.messaging.postgres.DatabaseFirstStart;
import io.refundtool.notifications.channel.MailLibrary;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The service as a process; its settings are in {@code notifications-service.yaml}. */
@SpringBootApplication
@Import(DatabaseFirstStart.class)
public class NotificationsApplication {

    /** The service, ready to run here or in a JVM with others. */
    public static SpringApplicationBuilder application() {
        MailLibrary.nameProvider();
        return new SpringApplicationBuilder(NotificationsApplication.class)
                .properties("spring.config.name=notifications-service");
    }

    public static void main(String[] args) {
        LateStart.attend(application().run(args));
    }
}
