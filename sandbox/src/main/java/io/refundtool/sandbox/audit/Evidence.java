package io.refundtool.sandbox.audit;

import io.refundtool.events.common.Country;
import io.refundtool.sandbox.atol.AtolReceipt;
import io.refundtool.sandbox.payment.LedgerEntry;
import io.refundtool.sandbox.topic.RefundKey;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that every ledger and topic says at the end of a run.
 *
 * @param accepted what the events bus said it had taken
 * @param asked what is in bob.refund.v1, by refund
 * @param bobCountries where there is a BOB
 * @param bob BOB's own copy
 * @param service what refund-service answers over REST; missing when it knows no such refund
 * @param updates the events in refund.update.v1, the last one first of all
 * @param payments Payment's ledger
 * @param receipts what the register printed
 * @param receiptOwners whose receipt each of them is, as far as anybody knows
 * @param mails how often each Message-ID arrived in the mailbox
 * @param messages what each Message-ID was about, as notifications-service told
 * @param deadLetters one sentence for each dead letter
 */
public record Evidence(
        Set<RefundKey> accepted,
        Map<RefundKey, AskedRefund> asked,
        Set<Country> bobCountries,
        Map<RefundKey, View> bob,
        Map<RefundKey, View> service,
        Map<RefundKey, LastUpdate> updates,
        List<LedgerEntry> payments,
        List<AtolReceipt> receipts,
        Map<String, RefundKey> receiptOwners,
        Map<String, Integer> mails,
        Map<String, Notified> messages,
        List<String> deadLetters) {}
