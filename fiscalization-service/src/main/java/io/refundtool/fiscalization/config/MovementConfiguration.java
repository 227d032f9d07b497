package io.refundtool.fiscalization.config;

import io.refundtool.fiscalization.application.CashRegister;
import io.refundtool.fiscalization.application.Compensations;
import io.refundtool.fiscalization.application.KnownOutcomeReceipts;
import io.refundtool.fiscalization.application.KnownOutcomes;
import io.refundtool.fiscalization.application.MovementIntake;
import io.refundtool.fiscalization.application.MovementPlanning;
import io.refundtool.fiscalization.application.MovementSettler;
import io.refundtool.fiscalization.application.Outcomes;
import io.refundtool.fiscalization.application.ReceiptRetries;
import io.refundtool.fiscalization.application.RepeatedAnnouncements;
import io.refundtool.fiscalization.loop.WakeUp;
import io.refundtool.fiscalization.persistence.KnownOutcomeTable;
import io.refundtool.fiscalization.persistence.KnownReceipts;
import io.refundtool.fiscalization.persistence.MovementTable;
import io.refundtool.fiscalization.persistence.NewReceipts;
import io.refundtool.fiscalization.persistence.ReceiptContents;
import io.refundtool.fiscalization.persistence.ReceiptTable;
import io.refundtool.fiscalization.persistence.SettledReceipts;
import io.refundtool.messaging.postgres.LostReading;
import io.refundtool.messaging.postgres.Outbox;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Movements of money: how they enter the ledger and how they leave it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FiscalizationSettings.class)
class MovementConfiguration {

    /** As fine as events and the database keep time. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    WakeUp registrationsWakeUp() {
        return new WakeUp();
    }

    @Bean
    CashRegister cashRegister(FiscalizationSettings settings) {
        return settings.cashRegister();
    }

    @Bean
    Outcomes outcomes(SettledReceipts settled, Outbox outbox, Clock clock) {
        return new Outcomes(settled, outbox, clock);
    }

    @Bean
    MovementPlanning movementPlanning(FiscalizationSettings settings, CashRegister register, Clock clock) {
        return new MovementPlanning(settings.countries(), register, clock);
    }

    @Bean
    Compensations compensations(
            FiscalizationSettings settings,
            CashRegister register,
            SettledReceipts settled,
            ReceiptContents contents,
            Clock clock) {
        return new Compensations(settings.countries(), register, settled, contents, clock);
    }

    @Bean
    ReceiptRetries receiptRetries(
            ReceiptTable receipts,
            SettledReceipts settled,
            CashRegister register,
            @Qualifier("registrationsWakeUp") WakeUp registrations) {
        return new ReceiptRetries(receipts, settled, register, registrations);
    }

    @Bean
    MovementSettler movementSettler(
            MovementTable movements,
            SettledReceipts settled,
            NewReceipts newReceipts,
            Compensations compensations,
            Outcomes outcomes,
            @Qualifier("registrationsWakeUp") WakeUp registrations,
            Clock clock) {
        return new MovementSettler(movements, settled, newReceipts, compensations, outcomes, registrations, clock);
    }

    @Bean
    RepeatedAnnouncements repeatedAnnouncements(
            MovementTable movements,
            NewReceipts newReceipts,
            ReceiptRetries retries,
            MovementPlanning planning,
            Compensations compensations,
            Outcomes outcomes,
            @Qualifier("registrationsWakeUp") WakeUp registrations,
            Clock clock) {
        return new RepeatedAnnouncements(
                movements, newReceipts, retries, planning, compensations, outcomes, registrations, clock);
    }

    @Bean
    KnownOutcomes knownOutcomes(
            JdbcTemplate jdbc,
            MovementTable movements,
            NewReceipts newReceipts,
            SettledReceipts settled,
            ReceiptContents contents,
            CashRegister register,
            MovementSettler settler,
            PlatformTransactionManager transactions) {
        KnownReceipts receipts = new KnownReceipts(jdbc);
        return new KnownOutcomes(
                new KnownOutcomeTable(jdbc),
                movements,
                new KnownOutcomeReceipts(receipts, newReceipts, settled, contents, register),
                settler,
                new TransactionTemplate(transactions));
    }

    @Bean
    MovementIntake movementIntake(
            MovementTable movements,
            NewReceipts newReceipts,
            MovementPlanning planning,
            Compensations compensations,
            ReceiptRetries retries,
            RepeatedAnnouncements repeated,
            Outcomes outcomes,
            KnownOutcomes known,
            LostReading lost,
            @Qualifier("registrationsWakeUp") WakeUp registrations) {
        return new MovementIntake(
                movements,
                newReceipts,
                planning,
                compensations,
                retries,
                repeated,
                outcomes,
                known,
                lost,
                registrations);
    }
}
