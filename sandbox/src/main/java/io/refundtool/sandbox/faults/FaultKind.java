package io.refundtool.sandbox.faults;

import static io.refundtool.sandbox.faults.FaultGroup.ATOL_ERRORS;
import static io.refundtool.sandbox.faults.FaultGroup.BOB_ERRORS;
import static io.refundtool.sandbox.faults.FaultGroup.MAIL_ERRORS;
import static io.refundtool.sandbox.faults.FaultGroup.PAYMENT_ERRORS;
import static io.refundtool.sandbox.faults.FaultGroup.REVERSAL_ERRORS;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Something that can go wrong, with the share of cases in which it does unless a run says otherwise. */
public enum FaultKind {
    PAYMENT_DELAY(PAYMENT_ERRORS, 0.10, "the answer for a part comes up to 3 s late"),
    PAYMENT_SILENCE(
            PAYMENT_ERRORS,
            0.05,
            "the first one to four announcements of a part are not answered, sometimes none ever is; the money may have moved all the same"),
    PAYMENT_DECLINE(PAYMENT_ERRORS, 0.05, "a part is declined, with any code"),
    PAYMENT_DUPLICATE(PAYMENT_ERRORS, 0.05, "the same answer comes twice, under the same or another event id"),
    PAYMENT_TWICE(PAYMENT_ERRORS, 0.03, "a part is paid a second time under another transaction id"),
    PAYMENT_LATE_FAILURE(
            PAYMENT_ERRORS, 0.03, "the money of a part comes back up to 6 s after success, also when all is completed"),
    REVERSAL_DECLINED(REVERSAL_ERRORS, 0.10, "Payment cannot take a transaction back"),
    REVERSAL_SILENCE(
            REVERSAL_ERRORS,
            0.10,
            "the first one to four requests to take a transaction back are not answered, sometimes none ever is"),
    ATOL_TOKEN(ATOL_ERRORS, 0.02, "the token has expired (10, 11)"),
    ATOL_SYSTEM(ATOL_ERRORS, 0.02, "system error 0, 1 or 50 for the first one to three tries, sometimes for every try"),
    ATOL_EXISTS(
            ATOL_ERRORS,
            0.02,
            "the receipt is taken, but the answer is lost, so the next try hears that it exists (33)"),
    ATOL_WAIT(ATOL_ERRORS, 0.02, "the register takes seconds; until then it is not processed yet (34)"),
    ATOL_STUCK(ATOL_ERRORS, 0.004, "the register never gets to the receipt; it is not processed yet for ever (34)"),
    ATOL_TIMEOUT(ATOL_ERRORS, 0.02, "the receipt waited too long in the queue (1 of type timeout)"),
    ATOL_DRIVER(ATOL_ERRORS, 0.02, "the register refuses once, for a reason that passes"),
    ATOL_DRIVER_PERMANENT(ATOL_ERRORS, 0.01, "the register refuses the receipt whenever it is asked"),
    ATOL_VALIDATION(ATOL_ERRORS, 0.01, "the receipt does not pass validation (32)"),
    ATOL_AGENT(ATOL_ERRORS, 0.01, "the agent refuses the receipt (2003, 2006, 2007, 2009)"),
    ATOL_HTTP(ATOL_ERRORS, 0.02, "HTTP 502, 503 or 504 with a page that is no JSON, once or twice"),
    ATOL_SLOW(ATOL_ERRORS, 0.02, "the answer comes up to 3 s late, after the client gave up at times"),
    ATOL_SILENCE(ATOL_ERRORS, 0.01, "the first one or two tries are not answered, sometimes none ever is"),
    ATOL_SILENT_CALLBACK(ATOL_ERRORS, 0.03, "nobody tells that the receipt is printed"),
    ATOL_DUPLICATE_CALLBACK(ATOL_ERRORS, 0.03, "it is told two or three times"),
    MAIL_BOUNCE_TEMPORARY(
            MAIL_ERRORS, 0.05, "a mail is refused for now (4xx) once to three times, sometimes every time"),
    MAIL_BOUNCE_PERMANENT(MAIL_ERRORS, 0.03, "a mail is refused for ever (5xx)"),
    MAIL_SLOW(MAIL_ERRORS, 0.02, "the mail server answers up to 4 s late"),
    BOB_CANCELLATION(BOB_ERRORS, 0.05, "BOB cancels the refund up to 8 s after it was asked for"),
    BOB_CLARIFICATION(
            BOB_ERRORS, 0.30, "asked to clarify, BOB cancels, answers up to 8 s late, or never, instead of answering"),
    BOB_DUPLICATE(BOB_ERRORS, 0.03, "BOB asks for the same refund again, under the same or another event id"),
    BUS_DUPLICATE(BOB_ERRORS, 0.02, "BOB or Payment posts the same events to the events bus twice");

    private final FaultGroup group;
    private final double usualRate;
    private final String description;

    FaultKind(FaultGroup group, double usualRate, String description) {
        this.group = group;
        this.usualRate = usualRate;
        this.description = description;
    }

    /** The kind of that name, as {@code --faults} has it. */
    static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Its name in {@code --faults}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public FaultGroup group() {
        return group;
    }

    /** The share of cases, from 0 to 1. */
    public double usualRate() {
        return usualRate;
    }

    /** What happens, as a clause. */
    public String description() {
        return description;
    }
}
