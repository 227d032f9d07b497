package io.refundtool.specs.generator.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever selects pods finds them, and a pod has what it mounts and no rights that it does not need. */
class PodsTest {

    private final Manifests manifests = Manifests.read();

    @Test
    void shouldSelectPodsByLabelsThatTheyHave() {
        // given
        Set<Object> pods = new HashSet<>();
        manifests.workloads().forEach(workload -> {
            pods.add(workload.at("spec.selector.matchLabels").value());
            assertThat(workload.at("spec.template.metadata.labels").value())
                    .containsAllEntriesOf(
                            workload.at("spec.selector.matchLabels").value())
                    .containsEntry("app.kubernetes.io/part-of", "refundtool");
        });
        List<Object> selectors = new ArrayList<>();
        manifests
                .of("Service")
                .forEach(each -> selectors.add(each.at("spec.selector").value()));
        budgets().forEach(each -> selectors.add(each.value()));
        // when
        manifests.of("NetworkPolicy").stream()
                .filter(policy -> !policy.name().equals("nobody"))
                .forEach(policy ->
                        selectors.add(policy.at("spec.podSelector.matchLabels").value()));
        // then
        assertThat(pods).hasSize(4).containsAll(selectors);
        assertThat(budgets()).extracting(Node::value).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void shouldMountOnlyVolumesThatThePodHas() {
        // when // then
        assertThat(manifests.workloads()).allSatisfy(workload -> {
            Set<String> volumes = workload.at("spec.template.spec").list("volumes").stream()
                    .map(volume -> volume.text("name"))
                    .collect(Collectors.toSet());
            workload.at("spec").list("volumeClaimTemplates").forEach(claim -> volumes.add(claim.name()));
            assertThat(Manifests.container(workload).list("volumeMounts"))
                    .extracting(mount -> mount.text("name"))
                    .containsExactlyInAnyOrderElementsOf(volumes);
        });
    }

    @Test
    void shouldRunEveryServiceWithoutRights() {
        // when // then
        assertThat(manifests.workloads()).allSatisfy(workload -> {
            assertThat(workload.at("spec.template.spec.securityContext").value())
                    .containsEntry("runAsNonRoot", true)
                    .containsEntry("runAsUser", 10001);
            assertThat(Manifests.container(workload).at("securityContext").value())
                    .containsEntry("allowPrivilegeEscalation", false)
                    .containsEntry("readOnlyRootFilesystem", true);
        });
    }

    private List<Node> budgets() {
        return manifests.of("PodDisruptionBudget").stream()
                .map(budget -> budget.at("spec.selector.matchLabels"))
                .toList();
    }
}
