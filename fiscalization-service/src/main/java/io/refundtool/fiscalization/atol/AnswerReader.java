package io.refundtool.fiscalization.atol;

import io.refundtool.fiscalization.application.CallbackReader;
import io.refundtool.fiscalization.application.RegisterAnswer;
import io.refundtool.fiscalization.application.Told;
import io.refundtool.fiscalization.domain.Answer;
import io.refundtool.fiscalization.domain.ErrorType;
import io.refundtool.fiscalization.domain.ErrorVerdict;
import io.refundtool.fiscalization.domain.FiscalDocument;
import io.refundtool.fiscalization.domain.FiscalError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes answers of ATOL Online's texts. An error in a report that came with HTTP 200 is about the receipt; with any
 * other status it is about the request for the report, and the receipt may well be registered.
 */
public final class AnswerReader implements CallbackReader {
    private static final Pattern UUID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final int OK = 200;

    private final ZoneId zone;

    public AnswerReader(ZoneId zone) {
        this.zone = zone;
    }

    /** The answer to a registration. */
    RegisterAnswer registration(AtolHttp.Reply reply) {
        AtolJson.Report report = AtolJson.read(reply.text(), AtolJson.Report.class);
        String uuid = valid(report.uuid());
        FiscalError error = error(report.error());
        return new RegisterAnswer(registration(reply.status(), uuid, error), null, reply.text());
    }

    private static Answer registration(int status, @Nullable String uuid, @Nullable FiscalError error) {
        if (error == null) {
            return uuid == null || status != OK
                    ? new Answer.Unanswered("HTTP %d without uuid and error".formatted(status))
                    : new Answer.Accepted(uuid);
        }
        return uuid != null && isAccepted(ErrorVerdict.of(error))
                ? new Answer.AcceptedEarlier(uuid, error)
                : new Answer.Refused(error);
    }

    private static boolean isAccepted(ErrorVerdict verdict) {
        return verdict == ErrorVerdict.ALREADY_ACCEPTED || verdict == ErrorVerdict.NOT_PROCESSED_YET;
    }

    /** The answer to a request for a report. */
    RegisterAnswer report(AtolHttp.Reply reply) {
        AtolJson.Report report = AtolJson.read(reply.text(), AtolJson.Report.class);
        return new RegisterAnswer(report(reply.status(), report), report.externalId(), reply.text());
    }

    @Override
    public Told read(String body) {
        AtolJson.Report report = AtolJson.read(body, AtolJson.Report.class);
        String uuid = valid(report.uuid());
        if (uuid == null) {
            throw new IllegalArgumentException("Expected a callback to have a uuid, but it has none");
        }
        return Told.callback(uuid, new RegisterAnswer(report(OK, report), report.externalId(), body));
    }

    private Answer report(int status, AtolJson.Report report) {
        FiscalError error = error(report.error());
        if (error != null && isAccepted(ErrorVerdict.of(error))) {
            return new Answer.StillWaiting(error.text());
        }
        if (status != OK) {
            return error == null ? new Answer.Unanswered("HTTP " + status) : new Answer.Refused(error);
        }
        return switch (report.status()) {
            case "done" -> new Answer.Done(document(report.payload()));
            case "fail" -> new Answer.Failed(error == null ? withoutError() : error);
            case "wait" -> new Answer.StillWaiting("wait");
            case null, default ->
                throw new IllegalArgumentException("Expected status to be done, fail or wait, but it is not");
        };
    }

    private FiscalDocument document(AtolJson.@Nullable Payload payload) {
        if (payload == null) {
            throw new IllegalArgumentException("Expected a report that is done to have a payload, but it has none");
        }
        @Nullable String ecr = payload.ecrRegistrationNumber();
        @Nullable Long shift = payload.shiftNumber();
        return new FiscalDocument(
                present(payload.total(), "total"),
                present(payload.fnNumber(), "fn_number"),
                present(payload.fiscalReceiptNumber(), "fiscal_receipt_number"),
                present(payload.fiscalDocumentNumber(), "fiscal_document_number"),
                present(payload.fiscalDocumentAttribute(), "fiscal_document_attribute"),
                shift == null ? 0 : shift,
                ecr == null ? "" : ecr,
                time(present(payload.receiptDatetime(), "receipt_datetime")),
                payload.ofdReceiptUrl());
    }

    private Instant time(String text) {
        try {
            return LocalDateTime.parse(text, ReceiptJson.TIMESTAMP).atZone(zone).toInstant();
        } catch (DateTimeException broken) {
            throw new IllegalArgumentException(
                    "Expected receipt_datetime to be dd.MM.yyyy HH:mm:ss, but it is not", broken);
        }
    }

    static @Nullable FiscalError error(AtolJson.@Nullable AtolError error) {
        if (error == null) {
            return null;
        }
        @Nullable Integer code = error.code();
        return new FiscalError(
                orEmpty(error.errorId()),
                code == null ? 0 : code,
                ErrorType.of(orEmpty(error.type())),
                orEmpty(error.text()));
    }

    private static FiscalError withoutError() {
        return new FiscalError("", 0, ErrorType.UNKNOWN, "The report says fail and names no error");
    }

    private static @Nullable String valid(@Nullable String uuid) {
        return uuid != null && UUID.matcher(uuid).matches() ? uuid : null;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> T present(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("Expected the payload to have %s, but it has not".formatted(name));
        }
        return value;
    }
}
