package io.refundtool.refund.scenario;

import io.refundtool.events.common.PayoutPart;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to a value inside an event, such as {@code refund.parts.1.result} or {@code refund.receipts.size}; entries of a
 * list are counted from 1.
 */
final class FieldPath {

    private static final String SIZE = "size";

    private sealed interface Step {
        record Field(RecordComponent component) implements Step {}

        record Entry(int number) implements Step {}

        record Size() implements Step {}

        /** The try that a part's idempotency key is for. */
        record Try() implements Step {}
    }

    private final List<Step> steps;

    private FieldPath(List<Step> steps) {
        this.steps = steps;
    }

    /** The way that a text names; empty where there is none. */
    static Optional<FieldPath> of(Class<?> root, String text) {
        List<Step> steps = new ArrayList<>();
        Type type = root;
        for (String name : text.split("\\.", -1)) {
            Optional<Step> step = step(type, name);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
            type = after(type, step.get());
        }
        return Optional.of(new FieldPath(steps));
    }

    /** The last field on the way; its name says in which unit a number is written. */
    Optional<RecordComponent> field() {
        return steps.getLast() instanceof Step.Field(RecordComponent component)
                ? Optional.of(component)
                : Optional.empty();
    }

    /** Whether the way ends in a number that is no field: how many entries there are, or which try it is. */
    boolean isCount() {
        return steps.getLast() instanceof Step.Size || steps.getLast() instanceof Step.Try;
    }

    @Nullable
    Object in(Object event) {
        Object value = event;
        for (Step step : steps) {
            if (value == null) {
                return null;
            }
            value = next(value, step);
        }
        return value;
    }

    private static @Nullable Object next(Object value, Step step) {
        return switch (step) {
            case Step.Field(RecordComponent component) -> Records.get(component, value);
            case Step.Entry(int number) -> {
                List<?> list = (List<?>) value;
                yield number <= list.size() ? list.get(number - 1) : null;
            }
            case Step.Size() -> ((List<?>) value).size();
            case Step.Try() -> Ids.tryOf(((PayoutPart) value).idempotencyKey());
        };
    }

    private static Optional<Step> step(Type type, String name) {
        if (type instanceof ParameterizedType) {
            return name.equals(SIZE)
                    ? Optional.of(new Step.Size())
                    : Optional.of(name)
                            .filter(number -> number.matches("[1-9][0-9]{0,3}"))
                            .map(number -> new Step.Entry(Integer.parseInt(number)));
        }
        if (type == PayoutPart.class && name.equals(ValueReader.TRY)) {
            return Optional.of(new Step.Try());
        }
        return type instanceof Class<?> record && record.isRecord()
                ? Names.find(record, name).map(Step.Field::new)
                : Optional.empty();
    }

    private static Type after(Type type, Step step) {
        return switch (step) {
            case Step.Field(RecordComponent component) -> component.getGenericType();
            case Step.Entry _ -> ((ParameterizedType) type).getActualTypeArguments()[0];
            case Step.Size _, Step.Try _ -> int.class;
        };
    }
}
