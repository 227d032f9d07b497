package io.refundtool.testservers;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Skips what wants containers where nobody can start one, and says so once a JVM. */
final class DockerAnswers implements ExecutionCondition {

    static final String SKIPPED =
            "SKIPPED: no Docker daemon answers here, so no test of this module that needs servers was run on containers";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return result(ServerKind.wanted(), () -> Docker.ANSWERS);
    }

    static ConditionEvaluationResult result(ServerKind wanted, BooleanSupplier dockerAnswers) {
        return switch (wanted) {
            case EMBEDDED -> ConditionEvaluationResult.enabled("embedded servers are always there");
            case CONTAINERS ->
                dockerAnswers.getAsBoolean()
                        ? ConditionEvaluationResult.enabled("a Docker daemon answers")
                        : ConditionEvaluationResult.disabled(SKIPPED);
        };
    }

    /** Asked once: the answer takes seconds where it is no. */
    private static final class Docker {
        private static final boolean ANSWERS = DockerClientFactory.instance().isDockerAvailable();

        static {
            if (!ANSWERS) {
                System.err.println(SKIPPED);
            }
        }
    }
}
