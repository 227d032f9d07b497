package io.refundtool.fiscalization.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.fiscalization.application.AnswerQueue;
import io.refundtool.fiscalization.application.AnswerRecorder;
import io.refundtool.fiscalization.application.CashRegister;
import io.refundtool.fiscalization.application.Corrections;
import io.refundtool.fiscalization.application.DecisionLog;
import io.refundtool.fiscalization.application.Ledger;
import io.refundtool.fiscalization.application.MovementSettler;
import io.refundtool.fiscalization.application.Phases;
import io.refundtool.fiscalization.application.ReceiptRetries;
import io.refundtool.fiscalization.application.SendingGate;
import io.refundtool.fiscalization.atol.AnswerReader;
import io.refundtool.fiscalization.domain.ReceiptDecider;
import io.refundtool.fiscalization.loop.WakeUp;
import io.refundtool.fiscalization.loop.WorkLoop;
import io.refundtool.fiscalization.persistence.NewReceipts;
import io.refundtool.fiscalization.persistence.ReceiptContents;
import io.refundtool.fiscalization.persistence.ReceiptTable;
import io.refundtool.fiscalization.persistence.SettledReceipts;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The cash registers' answers, and what they make of receipts. */
@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {

    @Bean
    WakeUp reportsWakeUp() {
        return new WakeUp();
    }

    @Bean
    SendingGate sendingGate() {
        return new SendingGate();
    }

    @Bean
    Corrections corrections(
            ReceiptTable receipts,
            SettledReceipts settled,
            NewReceipts newReceipts,
            ReceiptContents contents,
            ReceiptRetries retries,
            CashRegister register,
            @Qualifier("registrationsWakeUp") WakeUp registrations) {
        return new Corrections(receipts, settled, newReceipts, contents, retries, register, registrations);
    }

    @Bean
    AnswerRecorder answerRecorder(
            Ledger ledger,
            Corrections corrections,
            MovementSettler settler,
            FiscalizationSettings settings,
            AnswerReader reader,
            SendingGate gate,
            MeterRegistry meters,
            @Qualifier("reportsWakeUp") WakeUp reports,
            PlatformTransactionManager transactions) {
        return new AnswerRecorder(
                ledger,
                corrections,
                settler,
                new ReceiptDecider(settings.retry()),
                reader,
                new DecisionLog(gate, meters),
                reports,
                new TransactionTemplate(transactions));
    }

    @Bean
    AnswerQueue answerQueue(AnswerRecorder recorder) {
        return new AnswerQueue(recorder);
    }

    @Bean
    WorkLoop answersLoop(AnswerQueue answers) {
        return new WorkLoop("fiscalization-answers", Phases.ANSWERS, answers);
    }
}
