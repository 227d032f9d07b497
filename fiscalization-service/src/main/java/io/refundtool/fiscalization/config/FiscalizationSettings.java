package io.refundtool.fiscalization.config;

import io.refundtool.fiscalization.application.CashRegister;
import io.refundtool.fiscalization.application.CountryRules;
import io.refundtool.fiscalization.application.SellerData;
import io.refundtool.fiscalization.application.WorkLimits;
import io.refundtool.fiscalization.atol.AtolSettings;
import io.refundtool.fiscalization.domain.RetryLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Everything under {@code refundtool.fiscalization}; fiscalization-service.yaml holds a value for each. */
@ConfigurationProperties("refundtool.fiscalization")
public record FiscalizationSettings(
        CountryRules countries, SellerData seller, AtolSettings atol, RetryLimits retry, WorkLimits work) {
    public FiscalizationSettings {
        long sentInALease = work.lease().toSeconds() * atol.receiptsPerSecond();
        if (work.backlog() > sentInALease) {
            throw new IllegalArgumentException(
                    "Expected what is claimed (twice claim-size, %d) to be sent within a lease (%d at %d a second), but it takes longer"
                            .formatted(work.backlog(), sentInALease, atol.receiptsPerSecond()));
        }
    }

    CashRegister cashRegister() {
        return new CashRegister(atol.groupCode(), seller, atol.zone());
    }
}
