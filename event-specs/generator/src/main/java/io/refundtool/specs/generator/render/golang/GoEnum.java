package io.refundtool.specs.generator.render.golang;

import io.refundtool.specs.generator.model.ValueType.EnumType;
import java.util.List;

/** An enum as a Go type of strings with its constants. */
public record GoEnum(String name, String doc, List<Constant> constants) {

    /** A constant and its text on the wire. */
    public record Constant(String name, String wire) {}

    static GoEnum of(EnumType choice, GoNames names) {
        String name = names.ofType(choice.name());
        return new GoEnum(
                name,
                GoText.comment(List.of(name + " is one of a few texts.", choice.description()), ""),
                choice.values().stream()
                        .map(value -> new Constant(names.ofConstant(choice, value), value))
                        .toList());
    }

    /** How wide the column of names is, since gofmt aligns what follows. */
    public int width() {
        return constants.stream()
                .mapToInt(constant -> constant.name().length())
                .max()
                .orElse(0);
    }
}
