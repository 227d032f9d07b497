package io.refundtool.specs.generator.docs;

import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything that documentation says of topics, events and types, in their order. */
public record Catalogue(List<TopicView> topics, List<EventView> events, List<TypeView> types) {

    /** Where the catalogue is on the class path of whoever uses the events. */
    static final String RESOURCE = "io/refundtool/events/catalogue.json";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public static Catalogue of(SpecModel model) {
        return new Catalogue(
                model.topics().stream().map(TopicView::of).toList(),
                model.topics().stream()
                        .flatMap(topic -> topic.events().stream().map(entry -> EventView.of(topic, entry)))
                        .toList(),
                model.types().stream().flatMap(Catalogue::type).toList());
    }

    private static Stream<TypeView> type(ValueType type) {
        return switch (type) {
            case RecordType record -> Stream.of(TypeView.of(record));
            case EnumType choice -> Stream.of(TypeView.of(choice));
            default -> Stream.empty();
        };
    }

    String json() {
        return MAPPER.writeValueAsString(this) + "\n";
    }
}
