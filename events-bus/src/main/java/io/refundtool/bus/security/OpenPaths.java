package io.refundtool.bus.security;

/** What can be read without a token. Everything that is not named here needs one. */
final class OpenPaths {

    /** For whoever restarts instances and balances load. The parts of health are not among them: they tell of the inside. */
    static final String[] HEALTH = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"};

    /** What the gateway tells of event types, if {@code refundtool.bus.security.open-registry} says so; only to read. */
    static final String[] REGISTRY = {
        "/event-types",
        "/event-types/*",
        "/event-types/*/schemas",
        "/event-types/*/schemas/*",
        "/asyncapi.*",
        "/openapi.*"
    };

    private OpenPaths() {}
}
