package io.refundtool.notifications.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.refundtool.events.common.ClarificationCode;
import io.refundtool.events.common.Country;
import io.refundtool.events.common.Customer;
import io.refundtool.events.common.RejectionCode;
import io.refundtool.events.refund.RefundUpdate;
import io.refundtool.notifications.RefundUpdates;
import io.refundtool.notifications.domain.LanguageChoice;
import io.refundtool.notifications.domain.Notice;
import io.refundtool.notifications.domain.Occasion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTemplatesTest {
    private static final Set<String> LANGUAGES = Set.of("en", "de", "ru");

    private final MessageTemplates templates = templates(null);

    @ParameterizedTest
    @MethodSource("everythingInEveryLanguage")
    void shouldRenderEveryStatusInEveryLanguage(String language, Notice notice) {
        // when
        RenderedMessage message = templates.render(notice);

        // then
        assertThat(message.language()).isEqualTo(language);
        assertThat(message.subject()).contains("o-1").doesNotContain("\n");
        assertThat(message.text()).contains("o-1", "r-1", "Blue mug <b>&amp; ${shop}", "Чашка", "49", "Kettle & Co");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ru"})
    void shouldHaveASentenceOfItsOwnForEveryCode(String language) {
        // given
        List<Notice> notices = notices(RefundUpdates.speaking(language), Country.GB);

        // when
        Set<String> texts = new HashSet<>();
        notices.forEach(notice -> texts.add(templates.render(notice).text()));

        // then
        assertThat(texts).hasSameSizeAs(notices);
    }

    @ParameterizedTest
    @MethodSource("builtInLanguages")
    void shouldHaveEveryTemplateInEachBuiltInLanguage(String language) {
        for (Occasion occasion : Occasion.values()) {
            assertThat(templates.hasTemplate(occasion, language))
                    .as("%s_%s.ftl", occasion.template(), language)
                    .isTrue();
            assertThat(templates.renderSample(occasion, Locale.of(language)).subject())
                    .isNotEmpty();
        }
    }

    @Test
    void shouldTakeTheCountrysLanguageWhenTheCustomersIsUnknown() {
        // given
        Customer anybody = RefundUpdates.byEmail("ann@example.com");

        // then
        assertThat(render(anybody, Country.AT).language()).isEqualTo("de");
        assertThat(render(anybody, Country.RU).language()).isEqualTo("ru");
        assertThat(render(anybody, Country.GB).language()).isEqualTo("en");
        assertThat(render(anybody, Country.ZZ).language()).isEqualTo("en");
    }

    @Test
    void shouldFallBackToEnglish() {
        // when
        RenderedMessage message = render(RefundUpdates.speaking("fr"), Country.FR);

        // then
        assertThat(message.language()).isEqualTo("en");
        assertThat(message.subject()).startsWith("Your refund of ");
    }

    @Test
    void shouldPreferTheCountrysOwnWording() {
        // given
        Customer german = RefundUpdates.speaking("de");

        // then
        assertThat(render(german, Country.DE).text()).contains("Mit freundlichen Grüßen");
        assertThat(render(german, Country.CH).text()).contains("Freundliche Grüsse");
    }

    @Test
    void shouldPreferTheShopsOwnTemplates(@TempDir Path directory) throws IOException {
        // given
        Files.writeString(directory.resolve("completed_de.ftl"), "Geld ist da: ${amount}\n\nBis bald!\n");
        MessageTemplates own = templates(directory);

        // when
        RenderedMessage message = own.render(completed(RefundUpdates.speaking("de"), Country.DE));

        // then
        assertThat(message.subject()).startsWith("Geld ist da: 49,90");
        assertThat(message.text()).isEqualTo("Bis bald!\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"No text", "${unknown}\n\nText", "<#if>\n\nText", "\n\n\n"})
    void shouldNameABrokenTemplate(String source, @TempDir Path directory) throws IOException {
        // given
        Files.writeString(directory.resolve("completed_de.ftl"), source);
        MessageTemplates own = templates(directory);

        // then
        assertThatThrownBy(() -> own.renderSample(Occasion.COMPLETED, Locale.GERMAN))
                .isInstanceOf(TemplateFailedException.class)
                .hasMessageContaining("completed");
    }

    static List<String> builtInLanguages() throws IOException {
        Path directory = Path.of("src/main/resources/notifications/templates");
        try (Stream<Path> files = Files.list(directory)) {
            List<String> found = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".*_[a-z]{2}(_[A-Z]{2})?\\.ftl"))
                    .map(name -> name.replaceFirst(".*?_([a-z]{2})(_[A-Z]{2})?\\.ftl", "$1"))
                    .distinct()
                    .toList();
            assertThat(found).contains("de", "ru");
            return found;
        }
    }

    static List<Object[]> everythingInEveryLanguage() {
        List<Object[]> all = new ArrayList<>();
        for (String language : LANGUAGES) {
            notices(RefundUpdates.speaking(language), Country.GB)
                    .forEach(notice -> all.add(new Object[] {language, notice}));
        }
        return all;
    }

    private static List<Notice> notices(Customer customer, Country country) {
        List<Notice> all = new ArrayList<>();
        all.add(completed(customer, country));
        all.add(notice(RefundUpdates.cancelled("o-1", country, customer)));
        all.add(notice(RefundUpdates.reversed("o-1", country, customer)));
        for (RejectionCode code : RejectionCode.values()) {
            all.add(notice(RefundUpdates.rejected("o-1", country, customer, code)));
        }
        for (ClarificationCode code : ClarificationCode.values()) {
            all.add(notice(RefundUpdates.clarificationNeeded("o-1", country, customer, code)));
        }
        return all;
    }

    private RenderedMessage render(Customer customer, Country country) {
        return templates.render(completed(customer, country));
    }

    private static Notice completed(Customer customer, Country country) {
        return notice(RefundUpdates.fiscalized("o-1", country, customer));
    }

    private static Notice notice(RefundUpdate update) {
        return Notice.of(update).orElseThrow();
    }

    private static MessageTemplates templates(@Nullable Path directory) {
        LanguageChoice languages = new LanguageChoice(Map.of(Country.AT, "de", Country.RU, "ru"), "en");
        return new MessageTemplates(languages, "Kettle & Co", directory);
    }
}
