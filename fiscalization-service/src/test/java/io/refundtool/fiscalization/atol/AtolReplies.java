package io.refundtool.fiscalization.atol;

import tools.jackson.databind.JsonNode;

/** What ATOL Online says, as JSON. */
public final class AtolReplies {
    private AtolReplies() {}

    /** An HTTP answer. */
    public record Reply(int status, String body) {}

    public static Reply error(int status, int code, String type) {
        return new Reply(status, """
                {"uuid": null, "status": "fail", "error": %s, "timestamp": "01.03.2026 12:30:16"}""".formatted(errorJson(code, type)));
    }

    public static String errorJson(int code, String type) {
        return """
                {"error_id": "e-%d", "code": %d, "text": "said the stub", "type": "%s"}""".formatted(code, code, type);
    }

    static Reply token(String token) {
        return new Reply(200, """
                {"error": null, "token": "%s", "timestamp": "01.03.2026 12:00:00"}""".formatted(token));
    }

    static Reply accepted(String uuid) {
        return new Reply(200, """
                {"uuid": "%s", "status": "wait", "error": null, "timestamp": "01.03.2026 12:30:16"}""".formatted(uuid));
    }

    static Reply exists(String uuid) {
        return new Reply(400, """
                {"uuid": "%s", "status": "wait", "error": %s, "timestamp": "01.03.2026 12:30:16"}""".formatted(uuid, errorJson(33, "system")));
    }

    static String failed(String uuid, String externalId, String error) {
        return """
                {"uuid": "%s", "status": "fail", "error": %s, "external_id": "%s"}""".formatted(uuid, error, externalId);
    }

    /** The report of a receipt that is registered under this document number. */
    static String done(String uuid, JsonNode body, int document) {
        return """
                {"uuid": "%s", "status": "done", "error": null, "external_id": "%s", "group_code": "%s",
                 "daemon_code": "d", "device_code": "k", "warnings": null, "timestamp": "01.03.2026 12:30:17",
                 "payload": {"total": %s, "fns_site": "www.nalog.gov.ru", "fn_number": "9999078900003780",
                  "shift_number": 23, "receipt_datetime": "01.03.2026 12:30:17", "fiscal_receipt_number": %d,
                  "fiscal_document_number": %d, "fiscal_document_attribute": 3449555941,
                  "ecr_registration_number": "0000000400054952", "ofd_inn": "7704358518",
                  "ofd_receipt_url": "https://ofd.example/%d"}}""".formatted(
                        uuid,
                        body.path("external_id").asString(),
                        StubAtol.GROUP,
                        content(body).path("total").decimalValue().toPlainString(),
                        document,
                        document,
                        document);
    }

    /** What a registration states, whichever operation it is. */
    public static JsonNode content(JsonNode body) {
        return body.has("correction") ? body.path("correction") : body.path("receipt");
    }
}
