package io.refundtool.sandbox.atol;

import io.refundtool.sandbox.atol.AtolLedger.Fate;
import io.refundtool.sandbox.atol.AtolLedger.Registration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Decides what ATOL Online answers. */
final class AtolDesk implements AutoCloseable {

    private static final String TOKEN = "sandbox-token";
    private static final Set<String> OPERATIONS = Set.of(
            "sell",
            "sell_refund",
            "sell_correction",
            "buy",
            "buy_refund",
            "buy_correction",
            "sell_refund_correction",
            "buy_refund_correction");

    private final AtolServer.Account account;
    private final AtolLedger ledger;
    private final AtolConduct conduct;
    private final Clock clock;
    private final Callbacks callbacks = new Callbacks();

    AtolDesk(AtolServer.Account account, AtolLedger ledger, AtolConduct conduct, Clock clock) {
        this.account = account;
        this.ledger = ledger;
        this.conduct = conduct;
        this.clock = clock;
    }

    AtolAnswer token(JsonNode request) {
        boolean known = request.path("login").asString("").equals(account.login())
                && request.path("pass").asString("").equals(account.password());
        if (!known) {
            return AtolAnswer.failed(new AtolError(401, AtolError.WRONG_LOGIN, "wrong login or password"));
        }
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("error", null);
        body.put("token", TOKEN);
        body.put("timestamp", ReportJson.TIMESTAMP.format(clock.instant()));
        return AtolAnswer.ok(body);
    }

    /** Why the caller may not do anything with the group. */
    Optional<AtolError> refusal(String group, @Nullable String token) {
        if (!TOKEN.equals(token)) {
            return Optional.of(new AtolError(401, AtolError.WRONG_TOKEN, "wrong token"));
        }
        return group.equals(account.group())
                ? Optional.empty()
                : Optional.of(new AtolError(401, AtolError.WRONG_GROUP, "the token is not for this group"));
    }

    AtolAnswer register(String operation, JsonNode body) {
        if (!OPERATIONS.contains(operation)) {
            return AtolAnswer.failed(new AtolError(400, AtolError.UNKNOWN_OPERATION, "unknown operation"));
        }
        try {
            ReceiptRequest request = RegisterRules.check(operation, body);
            return conduct.invalid(request.externalId(), operation)
                    .<AtolAnswer>map(AtolAnswer::failed)
                    .orElseGet(() -> registered(operation, request));
        } catch (RefusedByRegisterException e) {
            return AtolAnswer.failed(AtolError.invalid(String.valueOf(e.getMessage())));
        }
    }

    private AtolAnswer registered(String operation, ReceiptRequest request) {
        Instant now = clock.instant();
        Optional<Duration> printing = conduct.printing(request.externalId());
        Fate fate = new Fate(printing.map(now::plus).orElse(null), conduct.failure(request.externalId(), operation));
        Registration registration = ledger.register(operation, request, now, fate);
        String uuid = registration.receipt().uuid();
        if (!registration.created()) {
            AtolError error = new AtolError(400, AtolError.ALREADY_EXISTS, "external_id already exists");
            return AtolAnswer.of(error, "wait", uuid);
        }
        if (!request.callbackUrl().isEmpty()) {
            printing.ifPresent(delay -> tell(registration.receipt(), delay));
        }
        return conduct.saysWait(request.externalId()) ? notProcessedYet(uuid) : taken(uuid, now);
    }

    private static AtolAnswer taken(String uuid, Instant now) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("uuid", uuid);
        body.put("status", "wait");
        body.put("error", null);
        body.put("timestamp", ReportJson.TIMESTAMP.format(now));
        return AtolAnswer.ok(body);
    }

    private void tell(AtolReceipt receipt, Duration delay) {
        for (int i = 0; i < conduct.callbacks(receipt.externalId()); i++) {
            callbacks.tell(receipt.callbackUrl(), delay, () -> AtolServer.write(result(receipt)));
        }
    }

    AtolAnswer report(String uuid) {
        Optional<AtolReceipt> found = ledger.find(uuid);
        if (found.isEmpty()) {
            return AtolAnswer.failed(new AtolError(400, AtolError.WRONG_UUID, "there is no receipt of this uuid"));
        }
        return found.get().hasResult(clock.instant()) ? AtolAnswer.ok(result(found.get())) : notProcessedYet(uuid);
    }

    private static AtolAnswer notProcessedYet(String uuid) {
        return AtolAnswer.of(new AtolError(200, AtolError.NOT_PROCESSED_YET, "not processed yet"), "wait", uuid);
    }

    private Map<String, @Nullable Object> result(AtolReceipt receipt) {
        return ReportJson.of(receipt, account.group(), clock.instant());
    }

    /** How many results will still be told. */
    int pending() {
        return callbacks.pending() + ledger.pending(clock.instant());
    }

    @Override
    public void close() {
        callbacks.close();
    }
}
