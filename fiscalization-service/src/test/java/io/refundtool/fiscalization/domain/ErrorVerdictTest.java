package io.refundtool.fiscalization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of the protocol's error table. */
class ErrorVerdictTest {

    @ParameterizedTest
    @CsvSource({
        "unknown, 0, SERVICE_FAILED",
        "system, 0, SERVICE_FAILED",
        "system, 1, SERVICE_FAILED",
        "system, 50, SERVICE_FAILED",
        "system, 10, RENEW_TOKEN",
        "system, 11, RENEW_TOKEN",
        "system, 12, STOP_SENDING",
        "system, 14, STOP_SENDING",
        "system, 20, STOP_SENDING",
        "system, 21, STOP_SENDING",
        "system, 13, RECEIPT_REFUSED",
        "system, 32, RECEIPT_REFUSED",
        "system, 40, RECEIPT_REFUSED",
        "system, 31, REQUEST_REFUSED",
        "system, 41, REQUEST_REFUSED",
        "system, 30, REQUEST_REFUSED",
        "system, 33, ALREADY_ACCEPTED",
        "system, 34, NOT_PROCESSED_YET",
        "timeout, 1, QUEUE_TIMEOUT",
        "agent, 2003, REQUEST_REFUSED",
        "agent, 2009, REQUEST_REFUSED",
        "agent, 2006, RECEIPT_REFUSED",
        "agent, 2007, RECEIPT_REFUSED",
        "agent, 2001, SERVICE_FAILED",
        "driver, 33, REGISTER_REFUSED",
        "driver, 3822, REGISTER_REFUSED",
        "something new, 7777, SERVICE_FAILED",
    })
    void shouldReadTheErrorTable(String type, int code, ErrorVerdict expected) {
        // given
        FiscalError error = new FiscalError("id", code, ErrorType.of(type), "text");

        // when
        ErrorVerdict verdict = ErrorVerdict.of(error);

        // then
        assertThat(verdict).isEqualTo(expected);
    }
}
