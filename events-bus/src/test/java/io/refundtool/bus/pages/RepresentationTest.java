package io.refundtool.bus.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

class RepresentationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | JSON",
                "application/json | JSON",
                "application/schema+json | JSON",
                "text/html | PAGE",
                "text/* | PAGE",
                "text/html;q=0.5, application/json | JSON",
                "text/html, application/json | JSON",
                "text/html, application/json;q=0.9 | PAGE",
                "text/html, */*;q=0.1 | PAGE",
                "text/html;q=0, */* | JSON",
                "application/json;q=0, */*;q=0.1 | PAGE",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | PAGE",
                "not a media type | JSON"
            })
    void shouldGiveTheFormThatIsPreferred(String accept, Representation form) throws Exception {
        assertThat(Representation.preferredBy(accept)).isEqualTo(form);
    }

    @Test
    void shouldGiveJsonToWhoeverSaysNothing() throws Exception {
        assertThat(Representation.preferredBy(null)).isEqualTo(Representation.JSON);
        assertThat(Representation.preferredBy(" ")).isEqualTo(Representation.JSON);
    }

    @Test
    void shouldHaveNoOtherForm() {
        assertThatThrownBy(() -> Representation.preferredBy("image/png, application/xml"))
                .isInstanceOf(HttpMediaTypeNotAcceptableException.class);
    }
}
