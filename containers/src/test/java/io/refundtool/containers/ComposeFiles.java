package io.refundtool.containers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compose files, one over the other, as far as Compose's rules matter here: mappings are merged, volumes are added, other
 * lists are replaced, and what is extended is taken from the file that is named.
 */
record ComposeFiles(Map<String, ComposeService> services, Set<String> volumes) {

    static final String FILE = "docker-compose.yml";
    static final String THREE_BROKERS = "docker-compose.three-brokers.yml";

    /** The file that is used where none is named. */
    static ComposeFiles oneBroker() {
        return of(Yaml.read(FILE));
    }

    /** With the file of three brokers over it. */
    static ComposeFiles threeBrokers() {
        Map<String, Object> base = Yaml.read(FILE);
        Map<String, Object> over = Yaml.read(THREE_BROKERS);
        Map<String, Object> extended = new LinkedHashMap<>(over);
        Map<String, Object> services = new LinkedHashMap<>();
        services(over).forEach((name, service) -> services.put(name, extended(Yaml.map(service), base)));
        extended.put("services", services);
        return of(merged(base, extended));
    }

    private static Map<String, Object> services(Map<String, Object> file) {
        return Yaml.map(file.getOrDefault("services", Map.of()));
    }

    private static Map<String, Object> extended(Map<String, Object> service, Map<String, Object> base) {
        if (!(service.get("extends") instanceof Map<?, ?> extending)) {
            return service;
        }
        String name = String.valueOf(extending.get("service"));
        return merged(Yaml.map(services(base).getOrDefault(name, Map.of())), service);
    }

    private static Map<String, Object> merged(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> merged = new LinkedHashMap<>(below);
        above.forEach((key, value) -> merged.merge(key, value, (before, after) -> merged(key, before, after)));
        return merged;
    }

    private static Object merged(String key, Object before, Object after) {
        if (before instanceof Map<?, ?> && after instanceof Map<?, ?>) {
            return merged(Yaml.map(before), Yaml.map(after));
        }
        if (key.equals("volumes") && before instanceof List<?> first && after instanceof List<?> second) {
            List<Object> both = new ArrayList<>(first);
            both.addAll(second);
            return both;
        }
        return after;
    }

    private static ComposeFiles of(Map<String, Object> file) {
        Map<String, ComposeService> services = new TreeMap<>();
        services(file).forEach((name, service) -> services.put(name, new ComposeService(name, Yaml.map(service))));
        return new ComposeFiles(
                services, Yaml.map(file.getOrDefault("volumes", Map.of())).keySet());
    }

    /**
     * One of them.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    ComposeService service(String name) {
        ComposeService service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("Expected a service " + name + ", but there are " + services.keySet());
        }
        return service;
    }

    List<ComposeService> brokers() {
        return services.values().stream()
                .filter(service -> service.name().startsWith("kafka"))
                .toList();
    }
}
