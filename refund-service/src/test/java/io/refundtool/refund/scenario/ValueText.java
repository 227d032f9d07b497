package io.refundtool.refund.scenario;

import io.refundtool.events.checks.WireEnum;
import io.refundtool.events.common.Payout;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values as {@link ValueReader} reads them, on one line. */
final class ValueText {

    /** What YAML takes for nothing but a text, in a list or map too. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9 ./_-]*[A-Za-z0-9./_-])?");

    private static final Pattern WORDS_OF_YAML = Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");

    private ValueText() {}

    /** The fields of a record that differ from their defaults. */
    static String fields(Scope scope, Object value) {
        return written(scope, value).entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    static String value(Scope scope, String name, Object value) {
        return switch (value) {
            case Payout(var kind, var reference) ->
                scalar(reference == null ? kind.wire() : kind.wire() + "/" + reference);
            case Record inner -> fields(scope, inner);
            case List<?> list ->
                list.stream().map(element -> value(scope, name, element)).collect(Collectors.joining(", ", "[", "]"));
            case WireEnum constant -> scalar(constant.wire());
            case Long number ->
                BigDecimal.valueOf(number, scope.fixture().digits(name)).toPlainString();
            case Integer number -> number.toString();
            case String text
            when name.equals("movementId") || name.equals("compensates") ->
                Ids.movementOf(scope.orderId(), scope.refundId(), text)
                        .map(Ids.Movement::text)
                        .orElseGet(() -> scalar(text));
            default -> scalar(value.toString());
        };
    }

    /** A text, in quotes where it would mean something else without. */
    static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !WORDS_OF_YAML.matcher(text).matches()) {
            return text;
        }
        String escaped = text.codePoints().mapToObj(ValueText::escaped).collect(Collectors.joining());
        return '"' + escaped + '"';
    }

    private static String escaped(int codePoint) {
        if (codePoint == '"' || codePoint == '\\') {
            return "\\" + (char) codePoint;
        }
        boolean visible = (codePoint >= ' ' && codePoint <= '~') || Character.isLetterOrDigit(codePoint);
        return visible ? Character.toString(codePoint) : "\\U%08x".formatted(codePoint);
    }

    private static Map<String, String> written(Scope scope, Object value) {
        Map<String, Object> fields = minimal(scope, value);
        Map<String, String> written = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object field = fields.get(component.getName());
            if (field != null) {
                OptionalInt tries = tryOf(scope, component, value);
                written.put(
                        tries.isPresent() ? ValueReader.TRY : Names.of(component),
                        tries.isPresent()
                                ? Integer.toString(tries.getAsInt())
                                : value(scope, component.getName(), field));
            }
        }
        return written;
    }

    private static OptionalInt tryOf(Scope scope, RecordComponent component, Object value) {
        Map<String, Object> fields = Records.fields(value);
        return component.getName().equals("idempotencyKey")
                ? Ids.tryOf(scope.orderId(), scope.refundId(), (Integer) fields.getOrDefault("part", 1), (String)
                        fields.getOrDefault("idempotencyKey", ""))
                : OptionalInt.empty();
    }

    /** As few fields as make the same record. */
    private static Map<String, Object> minimal(Scope scope, Object value) {
        Map<String, Object> all = Records.fields(value);
        Map<String, Object> fields = new LinkedHashMap<>(all);
        for (String name : all.keySet()) {
            Map<String, Object> fewer = new LinkedHashMap<>(fields);
            fewer.remove(name);
            if (Records.complete(scope, value.getClass(), fewer).equals(all)) {
                fields = fewer;
            }
        }
        return fields;
    }
}
