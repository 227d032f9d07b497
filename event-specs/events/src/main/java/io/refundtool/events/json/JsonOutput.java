package io.refundtool.events.json;

import io.refundtool.events.checks.WireEnum;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The JSON of an event as it is written: properties in the order of the spec, absent ones left out. */
public final class JsonOutput {

    private final JsonGenerator generator;

    JsonOutput(JsonGenerator generator) {
        this.generator = generator;
    }

    public void begin() {
        generator.writeStartObject();
    }

    public void end() {
        generator.writeEndObject();
    }

    public void text(String name, @Nullable String text) {
        if (text != null) {
            generator.writeName(name);
            generator.writeString(text);
        }
    }

    public void time(String name, @Nullable Instant time) {
        text(name, time == null ? null : time.toString());
    }

    public void choice(String name, @Nullable WireEnum constant) {
        text(name, constant == null ? null : constant.wire());
    }

    public void number(String name, long number) {
        generator.writeName(name);
        generator.writeNumber(number);
    }

    public void number(String name, @Nullable Number number) {
        if (number != null) {
            number(name, number.longValue());
        }
    }

    public <T> void object(String name, @Nullable T object, BiConsumer<JsonOutput, T> writer) {
        if (object != null) {
            generator.writeName(name);
            writer.accept(this, object);
        }
    }

    public <T> void list(String name, @Nullable List<T> list, BiConsumer<JsonOutput, T> writer) {
        if (list == null) {
            return;
        }
        generator.writeName(name);
        generator.writeStartArray();
        for (T element : list) {
            writer.accept(this, element);
        }
        generator.writeEndArray();
    }

    public void textElement(String text) {
        generator.writeString(text);
    }

    public void timeElement(Instant time) {
        generator.writeString(time.toString());
    }

    public void choiceElement(WireEnum constant) {
        generator.writeString(constant.wire());
    }

    public void numberElement(Number number) {
        generator.writeNumber(number.longValue());
    }
}
