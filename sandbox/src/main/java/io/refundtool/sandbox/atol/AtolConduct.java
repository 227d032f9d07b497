package io.refundtool.sandbox.atol;

import static io.refundtool.sandbox.faults.FaultKind.ATOL_AGENT;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_DRIVER;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_DRIVER_PERMANENT;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_DUPLICATE_CALLBACK;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_EXISTS;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_HTTP;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_SILENCE;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_SILENT_CALLBACK;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_SLOW;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_STUCK;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_SYSTEM;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_TIMEOUT;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_TOKEN;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_VALIDATION;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_WAIT;

import io.refundtool.sandbox.faults.FaultKind;
import io.refundtool.sandbox.faults.FaultPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How ATOL Online and its cash register behave, by plan. Keys are external ids; each try of one is an attempt. */
final class AtolConduct {

    /** How long the register prints when nothing is wrong. */
    static final Duration PRINTING = Duration.ofMillis(20);

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
    private static final Duration MAX_SLOWNESS = Duration.ofSeconds(3);
    private static final double FOR_EVER = 0.1;
    private static final int MOST_SYSTEM_ERRORS = 3;
    private static final int MOST_TIMES = 2;
    /** A receipt that cannot be corrected either is the rarest of all, and worth to be seen. */
    private static final int CORRECTIONS_ARE_HIT = 20;

    private static final String CORRECTION = "correction";
    /** A registration that failed is repeated under another external id, which names the same receipt. */
    private static final Pattern REPETITION = Pattern.compile("-t[0-9]+$");

    private final FaultPlan plan;

    AtolConduct(FaultPlan plan) {
        this.plan = plan;
    }

    boolean misbehaves() {
        return plan.any();
    }

    Duration slowness(String externalId, int attempt) {
        return plan.happens(ATOL_SLOW, externalId, attempt)
                ? plan.wait(ATOL_SLOW, Duration.ZERO, MAX_SLOWNESS, externalId, attempt)
                : Duration.ZERO;
    }

    /** Whether the attempt is not answered; nothing is registered. */
    boolean silent(String externalId, int attempt) {
        return plan.spell(ATOL_SILENCE, MOST_TIMES, FOR_EVER, externalId).covers(attempt);
    }

    boolean silentForEver(String externalId) {
        return plan.spell(ATOL_SILENCE, MOST_TIMES, FOR_EVER, externalId).forEver();
    }

    /** The HTTP status of a page that is no JSON; nothing is registered. */
    Optional<Integer> brokenPage(String externalId, int attempt) {
        return plan.spell(ATOL_HTTP, MOST_TIMES, 0, externalId).covers(attempt)
                ? Optional.of(plan.choose(ATOL_HTTP, List.of(502, 503, 504), externalId))
                : Optional.empty();
    }

    /** Why the attempt is refused though nothing is wrong with the receipt; nothing is registered. */
    Optional<AtolError> refusal(String externalId, int attempt) {
        if (plan.spell(ATOL_TOKEN, 1, 0, externalId).covers(attempt)) {
            int code = plan.choose(ATOL_TOKEN, List.of(AtolError.BAD_TOKEN, AtolError.WRONG_TOKEN), externalId);
            return Optional.of(new AtolError(401, code, "the token has expired"));
        }
        return plan.spell(ATOL_SYSTEM, MOST_SYSTEM_ERRORS, FOR_EVER, externalId).covers(attempt)
                ? Optional.of(plan.choose(ATOL_SYSTEM, AtolError.SYSTEM_ERRORS, externalId))
                : Optional.empty();
    }

    /** Whether the receipt is taken, and the answer does not arrive. */
    boolean losesAnswer(String externalId, int attempt) {
        return plan.spell(ATOL_EXISTS, 1, 0, externalId).covers(attempt);
    }

    /** Why the receipt itself is refused at once. */
    Optional<AtolError> invalid(String externalId, String operation) {
        return hits(ATOL_VALIDATION, operation, receipt(externalId))
                ? Optional.of(AtolError.invalid("the receipt does not pass validation"))
                : Optional.empty();
    }

    /** Why the registration fails after it was taken; null when it does not. */
    @Nullable
    AtolError failure(String externalId, String operation) {
        String receipt = receipt(externalId);
        if (hits(ATOL_DRIVER_PERMANENT, operation, receipt)) {
            return AtolError.driver(-3804, "the price is not acceptable");
        }
        if (hits(ATOL_AGENT, operation, receipt)) {
            return plan.choose(ATOL_AGENT, AtolError.AGENT_ERRORS, receipt);
        }
        if (plan.happens(ATOL_TIMEOUT, externalId)) {
            return new AtolError(200, 1, "no result for 300 s", "timeout");
        }
        return plan.happens(ATOL_DRIVER, externalId) ? AtolError.driver(-3822, "the shift is longer than 24 h") : null;
    }

    private boolean hits(FaultKind kind, String operation, String receipt) {
        return plan.happensTimes(operation.endsWith(CORRECTION) ? CORRECTIONS_ARE_HIT : 1, kind, receipt);
    }

    private static String receipt(String externalId) {
        return REPETITION.matcher(externalId).replaceFirst("");
    }

    /** How long it takes until there is a result; empty when there never is one. */
    Optional<Duration> printing(String externalId) {
        if (plan.happens(ATOL_STUCK, externalId)) {
            return Optional.empty();
        }
        return Optional.of(
                plan.happens(ATOL_WAIT, externalId)
                        ? plan.wait(ATOL_WAIT, SHORTEST_WAIT, LONGEST_WAIT, externalId)
                        : PRINTING);
    }

    /** Whether a receipt that takes long is answered with 34 at once, instead of only when the report is asked for. */
    boolean saysWait(String externalId) {
        return plan.happens(ATOL_WAIT, externalId) && plan.choose(ATOL_WAIT, List.of(true, false), "says", externalId);
    }

    /** How often the result is told. */
    int callbacks(String externalId) {
        if (plan.happens(ATOL_SILENT_CALLBACK, externalId)) {
            return 0;
        }
        return plan.happens(ATOL_DUPLICATE_CALLBACK, externalId)
                ? plan.choose(ATOL_DUPLICATE_CALLBACK, List.of(2, 3), externalId)
                : 1;
    }
}
