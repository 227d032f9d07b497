package io.refundtool.fiscalization.config;

import io.refundtool.fiscalization.application.Ledger;
import io.refundtool.fiscalization.persistence.AnswerTable;
import io.refundtool.fiscalization.persistence.EarlyCallbackTable;
import io.refundtool.fiscalization.persistence.MovementTable;
import io.refundtool.fiscalization.persistence.NewReceipts;
import io.refundtool.fiscalization.persistence.ReceiptClaims;
import io.refundtool.fiscalization.persistence.ReceiptContents;
import io.refundtool.fiscalization.persistence.ReceiptTable;
import io.refundtool.fiscalization.persistence.RegistrationTable;
import io.refundtool.fiscalization.persistence.SettledReceipts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's tables. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    MovementTable movementTable(JdbcTemplate jdbc) {
        return new MovementTable(jdbc);
    }

    @Bean
    ReceiptTable receiptTable(JdbcTemplate jdbc) {
        return new ReceiptTable(jdbc);
    }

    @Bean
    NewReceipts newReceipts(JdbcTemplate jdbc) {
        return new NewReceipts(jdbc);
    }

    @Bean
    SettledReceipts settledReceipts(JdbcTemplate jdbc) {
        return new SettledReceipts(jdbc);
    }

    @Bean
    ReceiptContents receiptContents(JdbcTemplate jdbc) {
        return new ReceiptContents(jdbc);
    }

    @Bean
    ReceiptClaims receiptClaims(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, FiscalizationSettings settings) {
        return new ReceiptClaims(
                jdbc, new TransactionTemplate(transactions), settings.work().lease());
    }

    @Bean
    Ledger ledger(JdbcTemplate jdbc, ReceiptTable receipts) {
        return new Ledger(receipts, new RegistrationTable(jdbc), new AnswerTable(jdbc), new EarlyCallbackTable(jdbc));
    }
}
