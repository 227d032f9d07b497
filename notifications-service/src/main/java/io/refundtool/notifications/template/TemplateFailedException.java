package io.refundtool.notifications.template;

import java.io.Serial;

/** A template is missing or broken; the message names the template and never the customer. */
public final class TemplateFailedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    TemplateFailedException(String message) {
        super(message);
    }

    TemplateFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
