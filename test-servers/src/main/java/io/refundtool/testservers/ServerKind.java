package io.refundtool.testservers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the servers of tests run. */
enum ServerKind {
    /** In this JVM and beside it, from dependencies: needs nothing else. */
    EMBEDDED,

    /** In containers of the images that .env names: needs a Docker daemon on this machine. */
    CONTAINERS;

    /** The one switch; the Maven profile {@code containers} sets it for every module. */
    static final String PROPERTY = "refundtool.test.servers";

    /**
     * What the system property says, or embedded when it says nothing.
     *
     * @throws IllegalArgumentException when it says anything else
     */
    static ServerKind wanted() {
        return of(System.getProperty(PROPERTY));
    }

    static ServerKind of(@Nullable String wanted) {
        if (wanted == null) {
            return EMBEDDED;
        }
        for (ServerKind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "Expected %s to be embedded or containers, but it is '%s'".formatted(PROPERTY, wanted));
    }
}
