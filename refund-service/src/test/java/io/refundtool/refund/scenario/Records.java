package io.refundtool.refund.scenario;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records from their fields, and back. */
final class Records {

    private Records() {}

    /** The fields that are not null, by name. */
    static Map<String, Object> fields(Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object field = get(component, value);
            if (field != null) {
                fields.put(component.getName(), field);
            }
        }
        return fields;
    }

    /**
     * The fields with defaults for what is left out.
     *
     * @return without those that have no default
     */
    static Map<String, Object> complete(Scope scope, Class<?> type, Map<String, Object> fields) {
        Map<String, Object> complete = new HashMap<>(fields);
        for (RecordComponent component : type.getRecordComponents()) {
            if (!complete.containsKey(component.getName())) {
                Object value = Defaults.of(scope, component, complete);
                if (value != null) {
                    complete.put(component.getName(), value);
                }
            }
        }
        return complete;
    }

    /**
     * The record of these fields.
     *
     * @throws IllegalArgumentException as the record's constructor says
     */
    static Object make(Class<?> type, Map<String, Object> fields) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable
        Object[] values = Arrays.stream(components)
                .map(component -> fields.get(component.getName()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static @Nullable Object get(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
