package io.refundtool.sandbox.system;

import org.slf4j.bridge.SLF4JBridgeHandler;

/** One log for everything that runs in this process. */
final class Logs {

    private Logs() {}

    /** Keeps each service's Spring from setting up logging of its own, and brings java.util.logging in. */
    static void unite() {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
