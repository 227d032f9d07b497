package io.refundtool.events.vectors;

import io.refundtool.events.EventType;
import io.refundtool.events.sampling.Choices;
import io.refundtool.events.sampling.EdgeChoices;
import io.refundtool.events.sampling.EventSampler;
import io.refundtool.events.sampling.Mutation;
import io.refundtool.events.sampling.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes valid and invalid events from the schemas, always the same ones. A record that several events have is covered in
 * the first of them.
 *
 * <p>Names tell what is expected. Of a valid event, {@code a~b.json} is to be written back as {@code a.json}, and any other
 * as it is. An invalid one is named by what is wrong with it and, after an {@code @}, by the path that a refusal names.
 */
final class VectorMaker {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final long SEED = 20_260_101;

    private final Map<String, byte[]> vectors = new TreeMap<>();
    private final Set<String> covered = new HashSet<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Set<String> brokenTopics = new HashSet<>();

    /** The vectors by their paths. */
    static Map<String, byte[]> make() {
        VectorMaker maker = new VectorMaker();
        for (EventType type : EventType.values()) {
            maker.valid(type);
            maker.mutated(type);
            maker.broken(type);
        }
        return maker.vectors;
    }

    private void valid(EventType type) {
        Schema schema = Schema.of(type);
        add(type, "valid/smallest", EdgeChoices.smallest());
        add(type, "valid/usual", EdgeChoices.usual());
        add(type, "valid/largest", EdgeChoices.largest());
        add(type, "valid/supplementary", EdgeChoices.supplementary());
        for (Variation variation : Variation.values()) {
            for (String base : List.of("smallest", "usual")) {
                add(
                        type,
                        "valid/" + base + "~" + kebab(variation),
                        variation.json(MAPPER.readTree(vectors.get(path(type, "valid/" + base)))));
            }
        }
        places(type, schema, "");
    }

    /** Each optional property alone, and each list as long as it may be. */
    private void places(EventType type, Schema schema, String path) {
        if (schema.type().equals("array")) {
            places(type, schema.items(), path + "[]");
        }
        if (!schema.type().equals("object")) {
            return;
        }
        for (String name : schema.propertyNames()) {
            String inner = path.isEmpty() ? name : path + "." + name;
            boolean isNew = path.isEmpty() || covered.add(schema.name() + "." + name);
            boolean isList = schema.property(name).type().equals("array");
            if (isNew && !schema.required().contains(name)) {
                add(type, "valid/only-" + inner, EdgeChoices.only(inner));
            }
            if (isNew && isList) {
                add(type, "valid/full-" + inner, EdgeChoices.full(inner));
            }
            places(type, schema.property(name), inner);
        }
    }

    private void mutated(EventType type) {
        for (Mutation mutation : Mutation.values()) {
            usual(type).stream()
                    .filter(mutation::fits)
                    .map(site -> owner(mutation, site))
                    .distinct()
                    .filter(owner -> owner.isEmpty() || covered.add(mutation + " " + owner))
                    .forEach(owner -> mutate(type, mutation, owner));
        }
    }

    /** Changes the property of the record that was changed least so far, and of a list the last element. */
    private void mutate(EventType type, Mutation mutation, String owner) {
        ObjectNode event = event(type, EdgeChoices.usual());
        Mutation.Site site = Mutation.sites(event, Schema.of(type)).stream()
                .filter(mutation::fits)
                .filter(each -> owner(mutation, each).equals(owner))
                .sorted(Comparator.comparing(Mutation.Site::path).reversed())
                .min(Comparator.comparing(each -> uses.getOrDefault(place(type, each), 0)))
                .orElseThrow();
        uses.merge(place(type, site), 1, Integer::sum);
        String path =
                mutation.change(site, new SplittableRandom(SEED + (type.wireName() + mutation + owner).hashCode()));
        String json = MAPPER.writeValueAsString(event).replace(Mutation.LONE_SURROGATE, "\\ud800");
        add(type, "invalid/" + kebab(mutation) + "@" + path, json);
    }

    private void broken(EventType type) {
        if (brokenTopics.add(type.topic().topicName())) {
            String json = MAPPER.writeValueAsString(event(type, EdgeChoices.usual()));
            Arrays.stream(Breakage.values())
                    .filter(breakage -> breakage.fits(json))
                    .forEach(breakage -> put(path(type, "invalid/" + breakage.fileName()), breakage.apply(json)));
        }
    }

    private static List<Mutation.Site> usual(EventType type) {
        return Mutation.sites(event(type, EdgeChoices.usual()), Schema.of(type));
    }

    /** The record whose rule is broken. */
    private static String owner(Mutation mutation, Mutation.Site site) {
        boolean ofObject = mutation == Mutation.REQUIRED_IS_MISSING || mutation == Mutation.PROPERTY_IS_UNKNOWN;
        return ofObject ? site.schema().name() : site.owner();
    }

    private static String place(EventType type, Mutation.Site site) {
        return (site.owner().isEmpty() ? type.wireName() : site.owner())
                + site.path().replaceAll(".*\\.", "");
    }

    private static ObjectNode event(EventType type, Choices choices) {
        return new EventSampler(choices).event(Schema.of(type));
    }

    private void add(EventType type, String name, Choices choices) {
        add(type, name, MAPPER.writeValueAsString(event(type, choices)));
    }

    private void add(EventType type, String name, String json) {
        put(path(type, name), json.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String path, byte[] json) {
        vectors.put(path, json);
    }

    private static String path(EventType type, String name) {
        return type.wireName() + "/" + name + ".json";
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
