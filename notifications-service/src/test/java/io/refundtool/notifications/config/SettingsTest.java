package io.refundtool.notifications.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.refundtool.events.common.Channel;
import io.refundtool.events.common.Country;
import io.refundtool.notifications.application.SendingLimits;
import io.refundtool.notifications.template.MessageTemplates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void shouldRefuseAChannelWithoutAProvider() {
        assertThatThrownBy(() -> ProviderChoice.inUse(List.of(), List.of(Channel.SMS)))
                .hasMessageStartingWith("Expected one provider for channel sms");
    }

    @Test
    void shouldRefuseALanguageWithoutTemplates() {
        // given
        NotificationsSettings settings = settings(Map.of(Country.FR, "fr"), 400);
        MessageTemplates templates = new MessageTemplates(settings.languageChoice(), "Shop", null);

        // then
        assertThatThrownBy(() -> TemplateCheck.run(templates, settings))
                .hasMessageStartingWith("Expected a template completed_fr.ftl");
    }

    @Test
    void shouldRefuseToForgetADeliverySoon() {
        assertThatThrownBy(() -> settings(Map.of(), 30)).hasMessageContaining("keep-days");
    }

    @ParameterizedTest
    @CsvSource({"0, 50", "17, 50", "3, 0", "3, 101"})
    void shouldLimitThreadsAndBatches(int threads, int batch) {
        assertThatThrownBy(() -> new SendingLimits(threads, batch, MINUTE, MINUTE))
                .hasMessageStartingWith("Expected");
    }

    private static NotificationsSettings settings(Map<Country, String> languages, int keepDays) {
        return new NotificationsSettings(
                "Shop",
                List.of(Channel.EMAIL),
                null,
                languages,
                "en",
                new NotificationsSettings.Retry(12, MINUTE, MINUTE, MINUTE),
                new SendingLimits(3, 50, MINUTE, MINUTE),
                keepDays);
    }
}
