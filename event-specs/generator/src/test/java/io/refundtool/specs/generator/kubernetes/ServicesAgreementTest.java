package io.refundtool.specs.generator.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ports, probes, settings and versions are those of the services' own files and of the build. */
class ServicesAgreementTest {

    private static final Path ROOT = Path.of("../..");

    private final Manifests manifests = Manifests.read();

    @Test
    void shouldReachEachServiceWhereItListens() {
        // when // then
        assertThat(manifests.workloads()).allSatisfy(workload -> {
            String port = port(workload.name());
            assertThat(Manifests.container(workload).list("ports"))
                    .singleElement()
                    .matches(it -> it.text("containerPort").equals(port)
                            && it.text("name").equals("http"));
            assertThat(manifests.of("Service"))
                    .filteredOn(each -> each.name().startsWith(workload.name()))
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each.at("spec").list("ports"))
                            .singleElement()
                            .matches(it -> it.text("port").equals(port)
                                    && it.text("targetPort").equals("http")));
        });
    }

    @Test
    void shouldProbeWhatTheServicesAnswer() {
        // when // then
        assertThat(manifests.workloads()).allSatisfy(workload -> {
            assertThat(settings(workload.name())
                            .at("management.endpoint.health.probes")
                            .value())
                    .containsEntry("enabled", true);
            assertThat(probe(workload, "startupProbe")).isEqualTo("/actuator/health/liveness http");
            assertThat(probe(workload, "livenessProbe")).isEqualTo("/actuator/health/liveness http");
            assertThat(probe(workload, "readinessProbe")).isEqualTo("/actuator/health/readiness http");
        });
    }

    @Test
    void shouldSetOnlyWhatTheServicesRead() {
        // when // then
        assertThat(manifests.workloads()).allSatisfy(workload -> {
            Set<String> set = new HashSet<>();
            Manifests.container(workload).list("env").forEach(variable -> set.add(variable.text("name")));
            Manifests.container(workload)
                    .list("envFrom")
                    .forEach(from -> set.addAll(
                            Manifests.settings(from.at("configMapRef").text("name"))
                                    .keySet()));
            assertThat(set).allMatch(name -> KnownSettings.read(name, workload.name()));
        });
    }

    @Test
    void shouldTellEachInstanceTheNameUnderWhichOthersReachIt() {
        // given
        Node refunds = manifests.of("StatefulSet").getFirst();
        String governing = refunds.at("spec").text("serviceName");
        // when
        Node address = Manifests.container(refunds).list("env").stream()
                .filter(variable -> variable.text("name").equals("REFUNDTOOL_STREAMS_APPLICATIONSERVER"))
                .findFirst()
                .orElseThrow();
        // then
        assertThat(address.text("value")).isEqualTo("$(POD_NAME).%s:%s".formatted(governing, port("refund-service")));
        assertThat(manifests.of("Service"))
                .filteredOn(each -> each.name().equals(governing))
                .singleElement()
                .matches(each -> each.at("spec").text("clusterIP").equals("None"));
    }

    @Test
    void shouldLetKafkaStreamsUseWhatItNamesAfterItsApplicationId() throws IOException {
        // when
        String settings = Files.readString(
                ROOT.resolve("refund-service/src/main/java/io/refundtool/refund/streams/StreamsSettings.java"));
        // then
        assertThat(settings)
                .contains("@DefaultValue(\"%s\") String applicationId".formatted(KafkaUsers.STREAMS_APPLICATION));
    }

    @Test
    void shouldHaveTheVersionsOfTheBuild() throws IOException {
        // given
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        Node kafka = manifests.of("Kafka").getFirst().at("spec.kafka");
        // when
        List<Node> images = new Node(manifests.kustomization()).list("images");
        // then
        assertThat(pom).contains("<kafka.version>" + kafka.text("version") + "</kafka.version>");
        assertThat(kafka.text("version"))
                .startsWith(kafka.text("metadataVersion").replaceFirst("-.*", ""));
        assertThat(images)
                .extracting(image -> image.text("name"))
                .containsExactlyInAnyOrderElementsOf(manifests.workloads().stream()
                        .map(workload -> Manifests.container(workload).text("image"))
                        .toList());
        assertThat(images)
                .allSatisfy(image -> assertThat(pom)
                        .contains("<artifactId>refund-tool</artifactId>\n    <version>" + image.text("newTag")
                                + "</version>"));
    }

    private static String port(String service) {
        return settings(service).at("server").text("port").replaceFirst("^\\$\\{[A-Z_]+:(\\d+)}$", "$1");
    }

    private static Node settings(String service) {
        return Manifests.documents(KnownSettings.file(service)).getFirst();
    }

    private static String probe(Node workload, String probe) {
        Node get = Manifests.container(workload).at(probe + ".httpGet");
        return get.text("path") + " " + get.text("port");
    }
}
