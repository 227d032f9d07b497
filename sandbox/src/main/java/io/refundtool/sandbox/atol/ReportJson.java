package io.refundtool.sandbox.atol;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report and the callback of a registration that has a result: the same body in both. */
final class ReportJson {

    static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss").withZone(ZoneId.of("Europe/Moscow"));

    private ReportJson() {}

    static Map<String, @Nullable Object> of(AtolReceipt receipt, String group, Instant now) {
        AtolError error = receipt.error();
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("uuid", receipt.uuid());
        body.put("external_id", receipt.externalId());
        body.put("status", error == null ? "done" : "fail");
        body.put("error", error == null ? null : error.json());
        body.put("payload", error == null ? payload(receipt) : null);
        body.put("timestamp", TIMESTAMP.format(now));
        body.put("group_code", group);
        body.put("daemon_code", "sandbox");
        body.put("device_code", "sandbox-1");
        return body;
    }

    private static Map<String, Object> payload(AtolReceipt receipt) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("total", receipt.total());
        payload.put("fns_site", AtolReceipt.TAX_SITE);
        payload.put("fn_number", AtolReceipt.FISCAL_STORAGE);
        payload.put("shift_number", receipt.shift());
        payload.put("receipt_datetime", TIMESTAMP.format(receipt.registeredAt()));
        payload.put("fiscal_receipt_number", receipt.numberInShift());
        payload.put("fiscal_document_number", receipt.documentNumber());
        payload.put("ecr_registration_number", AtolReceipt.REGISTER);
        payload.put("fiscal_document_attribute", receipt.documentAttribute());
        payload.put("ofd_inn", "7704211201");
        payload.put("ofd_receipt_url", "https://ofd.example.test/" + receipt.uuid());
        return payload;
    }
}
