package io.refundtool.sandbox.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Kinds of fault that belong to one simulator and can be asked for together. */
public enum FaultGroup {
    PAYMENT_ERRORS("what Payment does with approved refunds"),
    REVERSAL_ERRORS("what Payment does when it has to take money back"),
    ATOL_ERRORS("every class of error that ATOL Online and a cash register know"),
    MAIL_ERRORS("what the mail server does"),
    BOB_ERRORS("what BOB and its customers do");

    private final String description;

    FaultGroup(String description) {
        this.description = description;
    }

    /** Its name in {@code --faults}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String description() {
        return description;
    }

    public List<FaultKind> kinds() {
        return Arrays.stream(FaultKind.values())
                .filter(kind -> kind.group() == this)
                .toList();
    }
}
