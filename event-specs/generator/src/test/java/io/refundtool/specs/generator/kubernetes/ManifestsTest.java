package io.refundtool.specs.generator.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a cluster would refuse, or would take and never start, is found without one. */
class ManifestsTest {

    private static final Path GUIDE = Path.of("../../docs/operations/kubernetes.md");

    private final Manifests manifests = Manifests.read();

    @Test
    void shouldListEveryFileThatThereIs() throws IOException {
        // given
        Node kustomization = new Node(manifests.kustomization());
        Set<Object> listed =
                new HashSet<>((List<?>) kustomization.everywhere("resources").getFirst());
        kustomization.list("patches").forEach(patch -> listed.add(patch.text("path")));
        kustomization.everywhere("envs").forEach(files -> listed.addAll((List<?>) files));
        // when
        Set<String> files;
        try (Stream<Path> paths = Files.walk(Manifests.BASE)) {
            files = paths.filter(Files::isRegularFile)
                    .map(path -> Manifests.BASE.relativize(path).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        }
        // then
        files.remove("kustomization.yaml");
        assertThat(listed).isEqualTo(files);
    }

    @Test
    void shouldPatchOnlyWhatTheBaseHasWithTheSmallOverlay() {
        // given
        Path small = Manifests.BASE.resolve("../overlays/small");
        Node kustomization =
                Manifests.documents(small.resolve("kustomization.yaml")).getFirst();
        // when
        List<Node> patches = Manifests.documents(small.resolve("kafka.yaml"));
        // then
        assertThat(kustomization.list("patches"))
                .allSatisfy(
                        patch -> assertThat(small.resolve(patch.text("path"))).isRegularFile());
        assertThat(patches)
                .allSatisfy(
                        patch -> assertThat(manifests.names(patch.text("kind"))).contains(patch.name()));
        assertThat(kustomization.list("configMapGenerator"))
                .allSatisfy(made -> assertThat(configMaps()).contains(made.text("name")));
    }

    @Test
    void shouldReferToConfigMapsThatAreMade() {
        // when
        List<Object> references = everywhere("configMapRef");
        // then
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(configMaps()).contains(Node.of(reference).text("name")));
    }

    @Test
    void shouldReferToSecretsThatStrimziMakesOrTheGuideNames() {
        // given
        Set<String> strimzis = new HashSet<>(manifests.names("KafkaUser"));
        manifests.names("Kafka").forEach(kafka -> strimzis.add(kafka + "-cluster-ca-cert"));
        String guide = String.join("\n", Manifests.lines(GUIDE));
        // when
        List<Node> keys = everywhere("secretKeyRef").stream().map(Node::of).toList();
        // then
        assertThat(everywhere("secretName"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(strimzis).contains((String) name));
        assertThat(keys).isNotEmpty().allSatisfy(key -> {
            if (strimzis.contains(key.text("name"))) {
                assertThat(key.text("key")).isEqualTo("sasl.jaas.config");
            } else {
                assertThat(guide).containsPattern("`%s` \\|.*`%s`".formatted(key.text("name"), key.text("key")));
            }
        });
    }

    @Test
    void shouldLetEachServiceBeItsOwnUserOfKafka() {
        // when // then
        assertThat(manifests.workloads())
                .hasSize(4)
                .allSatisfy(workload -> assertThat(Manifests.container(workload)
                                .list("env")
                                .getFirst()
                                .at("valueFrom.secretKeyRef"))
                        .extracting(key -> key.text("name"))
                        .isEqualTo(workload.name()));
    }

    private List<Object> everywhere(String key) {
        return manifests.workloads().stream()
                .flatMap(workload -> workload.everywhere(key).stream())
                .toList();
    }

    private Set<String> configMaps() {
        return new Node(manifests.kustomization())
                .list("configMapGenerator").stream()
                        .map(made -> made.text("name"))
                        .collect(Collectors.toSet());
    }
}
