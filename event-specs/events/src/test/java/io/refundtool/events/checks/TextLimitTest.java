package io.refundtool.events.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLimitTest {

    private static final int TEXTS = 5_000;
    private static final int[] CHARACTERS =
            "aZ09._:-!~ ^]\\[\n\0\u007f\u0085é🙂\ud800".codePoints().toArray();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[A-Za-z0-9][A-Za-z0-9._:-]*$",
                "^[A-Za-z0-9][A-Za-z0-9._:-]+$",
                "^[\\x21-\\x7E]+$",
                "^[^\\p{Cc}\\p{Cs}]*$",
                "^[0-9]+$",
                "^[a\\]b]*$",
                "^[a\\[b]*$",
                "^[\\^a]*$",
                "^[a-z]{2}$",
                "^a[a-z]*$"
            })
    void shouldMatchAsTheRegularExpressionDoes(String pattern) {
        // given
        TextLimit limit = new TextLimit(0, 5, pattern);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
            }
            // when // then
            assertThat(limit.allows(text.toString()))
                    .as("%s in %s", text, pattern)
                    .isEqualTo(Pattern.compile(pattern).matcher(text).matches());
        }
    }
}
