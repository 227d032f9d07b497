package io.refundtool.specs.generator.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/**
 * The base, read as kustomize reads it: the resources that it lists, and over each service's pod the patch of what all have
 * alike. Lists are merged by the items' names, which is all that this patch needs.
 */
record Manifests(Map<String, Object> kustomization, List<Node> resources) {

    static final Path BASE = Path.of("../../kubernetes/base");

    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet");

    static Manifests read() {
        Map<String, Object> kustomization =
                documents(BASE.resolve("kustomization.yaml")).getFirst().value();
        Node patch = documents(BASE.resolve("pod.yaml")).getFirst().at("spec.template");
        List<Node> resources = new ArrayList<>();
        for (Object file : (List<?>) kustomization.getOrDefault("resources", List.of())) {
            for (Node resource : documents(BASE.resolve(file.toString()))) {
                if (WORKLOADS.contains(resource.text("kind"))) {
                    resource.at("spec").value().merge("template", patch.value(), Manifests::merged);
                }
                resources.add(resource);
            }
        }
        return new Manifests(kustomization, resources);
    }

    List<Node> of(String kind) {
        return resources.stream()
                .filter(resource -> resource.text("kind").equals(kind))
                .toList();
    }

    /** Whatever has a service's pods. */
    List<Node> workloads() {
        return resources.stream()
                .filter(resource -> WORKLOADS.contains(resource.text("kind")))
                .toList();
    }

    Set<String> names(String kind) {
        return of(kind).stream().map(Node::name).collect(Collectors.toSet());
    }

    /** The service itself; its pods have nothing else. */
    static Node container(Node workload) {
        return workload.at("spec.template.spec").list("containers").getFirst();
    }

    /** The settings of a ConfigMap that kustomize makes from a file. */
    static Map<String, String> settings(String configMap) {
        return lines(BASE.resolve("config/" + configMap + ".env")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }

    static List<Node> documents(Path file) {
        return StreamSupport.stream(
                        new Yaml().loadAll(String.join("\n", lines(file))).spliterator(), false)
                .map(Node::of)
                .toList();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object merged(Object below, Object above) {
        if (below instanceof Map<?, ?> && above instanceof Map<?, ?>) {
            Map<String, Object> both = new LinkedHashMap<>(Node.of(below).value());
            Node.of(above).value().forEach((key, value) -> both.merge(key, value, Manifests::merged));
            return both;
        }
        if (below instanceof List<?> first && above instanceof List<?> second) {
            Map<Object, Object> both = new LinkedHashMap<>();
            first.forEach(item -> both.put(Node.of(item).text("name"), item));
            second.forEach(item -> both.merge(Node.of(item).text("name"), item, Manifests::merged));
            return List.copyOf(both.values());
        }
        return above;
    }
}
