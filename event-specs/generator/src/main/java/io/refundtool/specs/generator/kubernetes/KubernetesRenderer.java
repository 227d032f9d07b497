package io.refundtool.specs.generator.kubernetes;

import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.render.Templates;
import java.util.Map;

/** Renders {@code kubernetes/base/topics.yaml} and {@code users.yaml} for Strimzi's operators. */
public final class KubernetesRenderer {

    /** Of a record; one may be away without stopping the writers. The overlay for a single broker takes less. */
    private static final int COPIES = 3;

    private static final String CLUSTER = "refundtool";

    private KubernetesRenderer() {}

    /** The files by their names. */
    public static Map<String, String> render(SpecModel model) {
        Templates templates = new Templates("kubernetes");
        return Map.of(
                "topics.yaml",
                templates.render("topics.yaml", Map.of("cluster", CLUSTER, "copies", COPIES, "topics", model.topics())),
                "users.yaml",
                templates.render("users.yaml", Map.of("cluster", CLUSTER, "users", KafkaUsers.of(model))));
    }
}
