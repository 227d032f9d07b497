package io.refundtool.refund.scenario;

import io.refundtool.events.checks.WireEnum;
import io.refundtool.events.common.Payout;
import io.refundtool.events.common.PayoutKind;
import io.refundtool.refund.scenario.Ids.Movement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads values by the types that the specs give them. */
final class ValueReader {

    /** The try of a payout, as a scenario names an idempotency key. */
    static final String TRY = "try";

    private static final String KEY = "idempotencyKey";
    private static final int MAX_TRIES = 9_999;
    private static final int MAX_LIST = 5_000;

    private final Source source;

    ValueReader(Source source) {
        this.source = source;
    }

    /** A record from fields, with defaults for what they leave out. */
    Object record(Scope scope, Class<?> type, Fields fields) {
        Optional<Node> tries = hasKey(type) ? fields.take(TRY) : Optional.empty();
        Map<String, Object> explicit = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.take(Names.of(component))
                    .or(() -> fields.take(component.getName()))
                    .ifPresent(node -> explicit.put(component.getName(), value(scope, component, node)));
        }
        fields.end(known(type));
        tries.ifPresent(node -> explicit.put(KEY, key(scope, explicit, node)));
        return make(scope, type, explicit, fields.node());
    }

    /** A value of a component's type. */
    Object value(Scope scope, RecordComponent component, Node node) {
        return value(scope, component.getGenericType(), component.getName(), node);
    }

    private Object value(Scope scope, Type type, String name, Node node) {
        if (type instanceof ParameterizedType list) {
            return list(scope, list.getActualTypeArguments()[0], name, node);
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted == Payout.class) {
            return payout(node);
        }
        if (wanted.isRecord()) {
            return record(scope, wanted, source.fields(node, name));
        }
        return scalar(scope, wanted, name, node);
    }

    private List<Object> list(Scope scope, Type type, String name, Node node) {
        List<Object> values = new ArrayList<>();
        for (Node element : source.list(node, name)) {
            if (values.size() == MAX_LIST) {
                throw source.refusal(element, name + " to have at most " + MAX_LIST + " entries", "here is one more");
            }
            values.add(value(scope, type, name, element));
        }
        return values;
    }

    private Object scalar(Scope scope, Class<?> type, String name, Node node) {
        if (type == int.class || type == Integer.class) {
            return (int) number(scope, name, node, Integer.MAX_VALUE);
        }
        if (type == long.class || type == Long.class) {
            return number(scope, name, node, Long.MAX_VALUE);
        }
        if (type == Instant.class) {
            return time(node, name);
        }
        String text = source.text(node, name);
        if (WireEnum.class.isAssignableFrom(type)) {
            return constant(type, text, node);
        }
        return name.equals("movementId") || name.equals("compensates")
                ? Movement.named(text)
                        .map(movement -> Ids.movementId(scope.orderId(), scope.refundId(), movement))
                        .orElse(text)
                : text;
    }

    private long number(Scope scope, String name, Node node, long max) {
        int digits = scope.fixture().digits(name);
        BigDecimal number = new BigDecimal(source.number(node, name)).movePointRight(digits);
        if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(max)) > 0) {
            throw source.refusal(
                    node,
                    "%s to have at most %d decimals".formatted(name, digits),
                    "it is " + number.movePointLeft(digits));
        }
        return number.longValueExact();
    }

    private Instant time(Node node, String name) {
        try {
            return Instant.parse(source.text(node, name));
        } catch (DateTimeParseException e) {
            throw source.refusal(node, name + " to be a time such as 2026-03-01T12:00:00Z", "it is none");
        }
    }

    private Object constant(Class<?> type, String text, Node node) {
        List<String> texts = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((WireEnum) constant).wire())
                .toList();
        if (!texts.contains(text)) {
            throw source.refusal(node, "one of " + String.join(", ", texts), "found '" + text + "'");
        }
        return type.getEnumConstants()[texts.indexOf(text)];
    }

    private Payout payout(Node node) {
        String text = source.text(node, "a payout");
        int slash = text.indexOf('/');
        Object kind = constant(PayoutKind.class, slash < 0 ? text : text.substring(0, slash), node);
        return new Payout((PayoutKind) kind, slash < 0 ? null : text.substring(slash + 1));
    }

    private String key(Scope scope, Map<String, Object> explicit, Node node) {
        int part = (Integer) explicit.getOrDefault("part", 1);
        return scope.idempotencyKey(part, source.smallNumber(node, TRY, MAX_TRIES));
    }

    private Object make(Scope scope, Class<?> type, Map<String, Object> explicit, Node node) {
        Map<String, Object> fields = Records.complete(scope, type, explicit);
        for (RecordComponent component : type.getRecordComponents()) {
            if (!Names.optional(component) && !fields.containsKey(component.getName())) {
                throw source.refusal(node, "the field '" + Names.of(component) + "'", "it is not here");
            }
        }
        try {
            return Records.make(type, fields);
        } catch (IllegalArgumentException e) {
            throw new InvalidScenarioException(source.place(node), String.valueOf(e.getMessage()), e);
        }
    }

    private static List<String> known(Class<?> type) {
        List<String> names = new ArrayList<>(Names.all(type));
        if (hasKey(type)) {
            names.add(TRY);
        }
        return names;
    }

    private static boolean hasKey(Class<?> type) {
        return Names.find(type, KEY).isPresent();
    }
}
