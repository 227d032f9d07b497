package io.refundtool.sandbox.system;

import io.refundtool.bus.EventsBusApplication;
import io.refundtool.fiscalization.FiscalizationApplication;
import io.refundtool.notifications.NotificationsApplication;
import io.refundtool.refund.RefundApplication;
import java.util.Locale;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The services of the Refund Tool. */
public enum ServiceKind {
    EVENTS_BUS(EventsBusApplication.class),
    REFUND_SERVICE(RefundApplication.class),
    FISCALIZATION_SERVICE(FiscalizationApplication.class),
    NOTIFICATIONS_SERVICE(NotificationsApplication.class);

    private final Class<?> main;

    ServiceKind(Class<?> main) {
        this.main = main;
    }

    /** As directories and consumer groups have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The class that java is started with. */
    public Class<?> main() {
        return main;
    }

    SpringApplicationBuilder application() {
        return switch (this) {
            case EVENTS_BUS -> EventsBusApplication.application();
            case REFUND_SERVICE -> RefundApplication.application();
            case FISCALIZATION_SERVICE -> FiscalizationApplication.application();
            case NOTIFICATIONS_SERVICE -> NotificationsApplication.application();
        };
    }
}
