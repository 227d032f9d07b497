package io.refundtool.containers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML file as plain maps, lists and values. */
final class Yaml {

    /** What Compose tags a list with that takes the place of another. */
    private static final Tag OVERRIDE = new Tag("!override");

    private Yaml() {}

    static Map<String, Object> read(String path) {
        return map(new org.yaml.snakeyaml.Yaml(new ComposeTags()).load(Repository.read(path)));
    }

    static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, entry) -> map.put(String.valueOf(key), entry == null ? "" : entry));
        return map;
    }

    static List<String> list(Object value) {
        return ((List<?>) value).stream().map(String::valueOf).toList();
    }

    private static final class ComposeTags extends SafeConstructor {

        ComposeTags() {
            super(new LoaderOptions());
            yamlConstructors.put(OVERRIDE, new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return constructSequence((SequenceNode) node);
                }
            });
        }
    }
}
