package io.refundtool.events.vectors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Another way to write the JSON of an event, which every language reads as the same event. */
enum Variation {
    BYTE_ORDER_MARK,
    REORDERED_AND_SPACED,
    ESCAPED,
    NUMBERS_WITH_FRACTION_OR_EXPONENT,
    TIMES_OF_OTHER_LENGTH;

    private static final int FORMS = 4;

    String json(JsonNode event) {
        StringBuilder json = new StringBuilder(this == BYTE_ORDER_MARK ? "\uFEFF" : "");
        write(event, json, new int[1]);
        return json.toString();
    }

    private void write(JsonNode value, StringBuilder json, int[] count) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                List<String> names = new ArrayList<>(value.propertyNames());
                if (this == REORDERED_AND_SPACED) {
                    Collections.reverse(names);
                }
                children(names, '{', '}', json, name -> {
                    json.append(text(name)).append(this == REORDERED_AND_SPACED ? " :\t" : ":");
                    write(value.get(name), json, count);
                });
            }
            case ARRAY -> children(List.copyOf(value.values()), '[', ']', json, element -> write(element, json, count));
            case NUMBER -> json.append(number(value.asString(), count[0]++));
            default -> json.append(text(value.asString()));
        }
    }

    private <T> void children(List<T> children, char open, char close, StringBuilder json, Consumer<T> write) {
        String space = this == REORDERED_AND_SPACED ? "\r\n  " : "";
        json.append(open);
        for (int i = 0; i < children.size(); i++) {
            json.append(i == 0 ? "" : ",").append(space);
            write.accept(children.get(i));
        }
        json.append(space).append(close);
    }

    private String number(String digits, int count) {
        if (this != NUMBERS_WITH_FRACTION_OR_EXPONENT) {
            return digits;
        }
        if (digits.equals("0")) {
            return count % 2 == 0 ? "-0" : "0e7";
        }
        if (digits.endsWith("000")) {
            return digits.substring(0, digits.length() - 3) + "e3";
        }
        return switch (count % FORMS) {
            case 0 -> digits + ".0";
            case 1 -> digits + "0E-1";
            case 2 -> digits + ".000000000000000000000000e+00";
            default -> digits + "e0";
        };
    }

    private String text(String text) {
        if (this == ESCAPED) {
            StringBuilder escaped = new StringBuilder("\"");
            text.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, "\\u%04x", c)));
            return escaped.append('"').toString();
        }
        return '"' + (this == TIMES_OF_OTHER_LENGTH ? ofOtherLength(text) : text) + '"';
    }

    private static String ofOtherLength(String time) {
        return time.replaceFirst("(:[0-9]{2}\\.7)00Z$", "$1Z").replaceFirst("(T00:00:00)Z$", "$1.00000Z");
    }
}
