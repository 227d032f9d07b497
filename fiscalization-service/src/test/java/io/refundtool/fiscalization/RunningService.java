package io.refundtool.fiscalization;

import io.refundtool.testservers.OwnDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One running service for many test classes, since starting it takes longer than most tests. There is one at a time, as
 * all would read the same topic: classes with the same settings should follow each other, see {@code @Order}.
 */
final class RunningService implements BeforeAllCallback, BeforeEachCallback {
    /** For {@code @Order} of classes with an impatient service: all others come after them. */
    static final int IMPATIENT_FIRST = 1;

    /** For {@code @Order} of a class that leaves no running service behind. */
    static final int ALONE_LAST = Integer.MAX_VALUE;

    private static final Namespace NAMESPACE = Namespace.create(RunningService.class);

    private final @Nullable OwnDatabase database;
    private final String[] settings;
    private @Nullable Holder holder;
    private @Nullable FiscalizationFixture fixture;

    private RunningService(@Nullable OwnDatabase database, String... settings) {
        this.database = database;
        this.settings = settings;
    }

    /** As it is configured, with short pauses; it waits for callbacks longer than any test. */
    static RunningService patient() {
        return new RunningService(null);
    }

    /** It asks for reports and tries refused credentials again after half a second. */
    static RunningService impatient() {
        return new RunningService(
                null,
                "--refundtool.fiscalization.retry.silence=500ms",
                "--refundtool.fiscalization.work.credentials-recheck=500ms");
    }

    /** As {@link #patient}, on a database that the test may kill; the test has to {@link #stop} it. */
    static RunningService on(OwnDatabase database) {
        return new RunningService(database, "--spring.datasource.hikari.connection-timeout=500");
    }

    /** Stops the service before its time, since what it runs on is going to end. */
    void stop() {
        if (holder != null) {
            holder.close();
        }
    }

    FiscalizationFixture get() {
        if (fixture == null) {
            throw new IllegalStateException("Expected to be used within a test, but it is not");
        }
        return fixture;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Holder common =
                context.getRoot().getStore(NAMESPACE).computeIfAbsent(Holder.class, _ -> new Holder(), Holder.class);
        holder = common;
        fixture = common.with(database, settings);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        get().atol.forgetScript();
    }

    /** Closed by JUnit after all tests. */
    private static final class Holder implements AutoCloseable {
        private String settings = "";
        private @Nullable FiscalizationFixture current;

        FiscalizationFixture with(@Nullable OwnDatabase database, String... wanted) {
            FiscalizationFixture running = current;
            if (running != null && settings.equals(String.join(" ", wanted))) {
                return running;
            }
            close();
            FiscalizationFixture started = database == null
                    ? new FiscalizationFixture(wanted)
                    : new FiscalizationFixture(database.jdbcUrl(), wanted);
            settings = String.join(" ", wanted);
            current = started;
            return started;
        }

        @Override
        public void close() {
            if (current != null) {
                current.close();
                current = null;
            }
        }
    }
}
