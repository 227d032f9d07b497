package io.refundtool.sandbox.atol;

import static io.refundtool.sandbox.faults.FaultKind.ATOL_DUPLICATE_CALLBACK;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_EXISTS;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_HTTP;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_SILENT_CALLBACK;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_STUCK;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_TOKEN;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_VALIDATION;
import static io.refundtool.sandbox.faults.FaultKind.ATOL_WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.refundtool.sandbox.atol.AtolShop.Answer;
import io.refundtool.sandbox.faults.FaultKind;
import io.refundtool.sandbox.faults.FaultPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One class of error at a time, for every receipt. */
class AtolFaultsTest {

    private static final int SEED = 1;
    private static final int MOST_TRIES = 4;

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"ATOL_TOKEN", "ATOL_SYSTEM", "ATOL_HTTP"})
    void shouldRefuseTheFirstTriesAndRegisterThen(FaultKind kind) throws Exception {
        try (AtolShop shop = shop(kind)) {
            // when
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < MOST_TRIES && shop.ledger().receipts().isEmpty(); i++) {
                answers.add(shop.register("refund-7"));
            }

            // then
            assertThat(answers).hasSizeGreaterThan(1);
            assertThat(answers.subList(0, answers.size() - 1)).allSatisfy(refused -> {
                assertThat(refused.http()).isIn(kind == ATOL_TOKEN ? List.of(401) : List.of(400, 500, 502, 503, 504));
                assertThat(refused.code()).isIn(kind == ATOL_TOKEN ? List.of(10, 11) : List.of(0, 1, 50));
                assertThat(refused.body().isMissingNode()).isEqualTo(kind == ATOL_HTTP);
            });
            assertThat(answers.getLast().status()).isEqualTo("wait");
        }
    }

    @Test
    void shouldTakeAReceiptWithoutAnsweringAndSayThenThatItExists() throws Exception {
        try (AtolShop shop = shop(ATOL_EXISTS)) {
            // when
            assertThatThrownBy(() -> shop.register("refund-7")).isInstanceOf(IOException.class);
            Answer second = shop.register("refund-7");

            // then
            assertThat(second.code()).isEqualTo(AtolError.ALREADY_EXISTS);
            assertThat(shop.report(second.uuid()).http()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"ATOL_TIMEOUT, timeout", "ATOL_DRIVER, driver", "ATOL_DRIVER_PERMANENT, driver", "ATOL_AGENT, agent"})
    void shouldTellThatARegistrationFailed(FaultKind kind, String type) throws Exception {
        try (AtolShop shop = shop(kind)) {
            // when
            Answer taken = shop.register("refund-1");

            // then
            assertThat(taken.status()).isEqualTo("wait");
            await().atMost(AtolShop.PATIENCE)
                    .untilAsserted(() -> assertThat(shop.callbacks()).hasSize(1));
            Answer report = shop.report(taken.uuid());
            assertThat(report.http()).isEqualTo(200);
            assertThat(report.status()).isEqualTo("fail");
            assertThat(report.type()).isEqualTo(type);
            assertThat(shop.callbacks().getFirst().path("status").asString()).isEqualTo("fail");
            assertThat(shop.ledger().receipts()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"ATOL_DRIVER_PERMANENT", "ATOL_AGENT", "ATOL_VALIDATION"})
    void shouldRefuseTheReceiptUnderEveryExternalId(FaultKind kind) {
        // given
        AtolConduct conduct = new AtolConduct(new FaultPlan(SEED, Map.of(kind, 0.5)));

        // when // then
        for (int i = 0; i < 50; i++) {
            String id = "refund-O1/R" + i + "/out-r1";
            assertThat(isRefused(conduct, id + "-t2")).isEqualTo(isRefused(conduct, id));
        }
    }

    private static boolean isRefused(AtolConduct conduct, String externalId) {
        return conduct.failure(externalId, "sell_refund") != null
                || conduct.invalid(externalId, "sell_refund").isPresent();
    }

    @Test
    void shouldRefuseWhatDoesNotPassValidationAtOnce() throws Exception {
        try (AtolShop shop = shop(ATOL_VALIDATION)) {
            // when
            Answer answer = shop.register("refund-1");

            // then
            assertThat(answer.http()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo(AtolError.INVALID);
            assertThat(shop.ledger().registrations()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"ATOL_WAIT", "ATOL_STUCK"})
    void shouldSayThatItIsNotProcessedYet(FaultKind kind) throws Exception {
        try (AtolShop shop = shop(kind)) {
            // when
            Answer taken = shop.register("refund-1");
            Answer report = shop.report(taken.uuid());

            // then
            assertThat(report.http()).isEqualTo(200);
            assertThat(report.status()).isEqualTo("wait");
            assertThat(report.code()).isEqualTo(AtolError.NOT_PROCESSED_YET);
            assertThat(shop.atol().pending()).isEqualTo(kind == ATOL_WAIT ? 2 : 0);
            assertThat(shop.ledger().receipts()).hasSize(kind == ATOL_STUCK ? 0 : 1);
        }
    }

    @Test
    void shouldNotCallBackOrDoSoAgainAndAgain() throws Exception {
        try (AtolShop silent = shop(ATOL_SILENT_CALLBACK);
                AtolShop eager = shop(ATOL_DUPLICATE_CALLBACK)) {
            // when
            Answer taken = silent.register("refund-1");
            eager.register("refund-1");

            // then
            await().atMost(AtolShop.PATIENCE)
                    .untilAsserted(() -> assertThat(eager.callbacks()).hasSizeBetween(2, 3));
            await().atMost(AtolShop.PATIENCE)
                    .untilAsserted(() ->
                            assertThat(silent.report(taken.uuid()).status()).isEqualTo("done"));
            assertThat(silent.callbacks()).isEmpty();
        }
    }

    @Test
    void shouldNameTheReceiptsThatWillNeverHaveAnAnswer() {
        // given
        AtolConduct conduct = new AtolConduct(new FaultPlan(SEED, Map.of(FaultKind.ATOL_SILENCE, 1.0)));

        // when // then
        List<Boolean> forEver = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            assertThat(conduct.silent("id-" + i, 1)).isTrue();
            assertThat(conduct.silent("id-" + i, 3)).isEqualTo(conduct.silentForEver("id-" + i));
            forEver.add(conduct.silentForEver("id-" + i));
        }
        assertThat(forEver).contains(true, false);
    }

    private static AtolShop shop(FaultKind always) {
        return new AtolShop(new FaultPlan(SEED, Map.of(always, 1.0)));
    }
}
