package io.refundtool.specs.generator.render.php;

import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.model.ValueType;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.ValueType.IntegerType;
import io.refundtool.specs.generator.model.ValueType.RecordType;
import io.refundtool.specs.generator.model.ValueType.TextType;
import io.refundtool.specs.generator.model.Words;
import io.refundtool.specs.generator.render.Sentences;
import io.refundtool.specs.generator.render.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders the model as a PHP library for PSR-4: a class or enum a file, and files that are the same whatever the specs say. */
public final class PhpRenderer {

    private static final List<String> COPIED = List.of(
            "README.md",
            "autoload.php",
            "composer.json",
            "src/Checks/Expect.php",
            "src/Envelope.php",
            "src/Event.php",
            "src/EventCodec.php",
            "src/InvalidEventException.php",
            "src/Json/Choices.php",
            "src/Json/Escapes.php",
            "src/Json/Json.php",
            "src/Json/JsonParser.php",
            "src/Json/JsonPlace.php",
            "src/Json/JsonValue.php",
            "src/Json/Kind.php",
            "src/Json/TimeText.php",
            "src/Json/WholeNumber.php");

    private final SpecModel model;
    private final Templates templates = new Templates("php");
    private final Map<String, String> files = new LinkedHashMap<>();

    private PhpRenderer(SpecModel model) {
        this.model = model;
    }

    /** The files by their paths in the library. */
    public static Map<String, String> render(SpecModel model) {
        PhpRenderer renderer = new PhpRenderer(model);
        COPIED.forEach(file -> renderer.files.put(file, renderer.templates.copy(file)));
        renderer.model.types().forEach(renderer::type);
        renderer.limits();
        renderer.catalogue();
        renderer.topics()
                .forEach(topic -> topic.events().forEach(entry -> renderer.add(PhpClass.of(entry.event(), topic))));
        return renderer.files;
    }

    /** The file of a class. */
    static String path(String namespace, String name) {
        return "src" + namespace.substring(PhpNames.NAMESPACE.length()).replace('\\', '/') + "/" + name + ".php";
    }

    private void type(ValueType type) {
        if (type instanceof RecordType record) {
            add(PhpClass.of(record));
        } else if (type instanceof EnumType choice) {
            String name = PhpNames.type(choice.name());
            List<PhpCase> cases = PhpNames.cases(choice).entrySet().stream()
                    .map(entry -> new PhpCase(entry.getValue(), "", entry.getKey()))
                    .toList();
            String doc = PhpText.comment(List.of(choice.description()), "");
            add(PhpNames.COMMON, name, "enum", Map.of("name", name, "doc", doc, "cases", cases));
        }
    }

    private void limits() {
        List<String> limits = model.types().stream()
                .filter(type -> type instanceof TextType || type instanceof IntegerType)
                .map(type -> "%s\n    public const %s = [%s];"
                        .formatted(
                                PhpText.comment(List.of(Sentences.of(type)), "    "),
                                Words.constant(String.valueOf(type.name())),
                                type instanceof TextType text
                                        ? PhpText.limit(text)
                                        : PhpText.limit((IntegerType) type)))
                .toList();
        add(PhpNames.COMMON, "Limits", "limits", Map.of("limits", limits));
    }

    private void catalogue() {
        List<PhpCase.PhpEventType> types = topics().stream()
                .flatMap(topic -> topic.events().stream().map(entry -> PhpCase.PhpEventType.of(entry.event(), topic)))
                .toList();
        add(PhpNames.NAMESPACE, "EventType", "event-type", Map.of("types", types));
        add(
                PhpNames.NAMESPACE,
                "Topic",
                "topic",
                Map.of("topics", topics().stream().map(PhpCase::of).toList()));
    }

    private List<TopicSpec> topics() {
        return model.topics().stream().filter(topic -> !topic.deadLetters()).toList();
    }

    private void add(PhpClass phpClass) {
        files.put(phpClass.path(), templates.render("class", phpClass.values()));
    }

    private void add(String namespace, String name, String template, Map<String, ?> values) {
        files.put(path(namespace, name), templates.render(template, values));
    }
}
