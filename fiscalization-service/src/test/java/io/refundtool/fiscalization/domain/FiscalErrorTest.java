package io.refundtool.fiscalization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiscalErrorTest {

    @Test
    void shouldNotQuoteTheClient() {
        // when
        FiscalError error = new FiscalError(
                "e-1",
                32,
                ErrorType.SYSTEM,
                "client.email: \"anna@customer.example\" or +7 (900) 123-45-67 is invalid");

        // then
        assertThat(error.describe())
                .isEqualTo("error 32 of type SYSTEM (error_id e-1): client.email: \"[...]\" or [...] is invalid");
    }

    @Test
    void shouldBeBounded() {
        // when
        FiscalError error = new FiscalError("e".repeat(1_000), 32, ErrorType.SYSTEM, "😀".repeat(1_000));

        // then
        assertThat(error.errorId()).hasSize(FiscalError.MAX_ERROR_ID_LENGTH);
        assertThat(error.text().codePointCount(0, error.text().length())).isEqualTo(FiscalError.MAX_TEXT_LENGTH);
    }
}
