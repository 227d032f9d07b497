package io.refundtool.containers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a compose file says of one service. */
record ComposeService(String name, Map<String, Object> content) {

    boolean has(String key) {
        return content.containsKey(key);
    }

    /** Empty when nothing is said. */
    String text(String key) {
        return String.valueOf(content.getOrDefault(key, ""));
    }

    List<String> list(String key) {
        return Yaml.list(content.getOrDefault(key, List.of()));
    }

    private Map<String, Object> map(String key) {
        return Yaml.map(content.getOrDefault(key, Map.of()));
    }

    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        map("environment").forEach((name, value) -> environment.put(name, String.valueOf(value)));
        return environment;
    }

    Set<String> startsAfter() {
        return map("depends_on").keySet();
    }

    /** The command that tells how it is. */
    List<String> healthCheck() {
        return Yaml.list(map("healthcheck").getOrDefault("test", List.of()));
    }

    /** What is mounted, by where. */
    Map<String, String> mounts() {
        Map<String, String> mounts = new LinkedHashMap<>();
        list("volumes").stream().map(volume -> volume.split(":", -1)).forEach(parts -> mounts.put(parts[1], parts[0]));
        return mounts;
    }

    /** The ports inside that are published. */
    List<String> publishedPorts() {
        return list("ports").stream()
                .map(port -> port.substring(port.lastIndexOf(':') + 1))
                .toList();
    }

    /** The module whose jar is in its image; empty for an image of others. */
    String module() {
        Object arguments = map("build").getOrDefault("args", Map.of());
        return String.valueOf(Yaml.map(arguments).getOrDefault("SERVICE", ""));
    }
}
