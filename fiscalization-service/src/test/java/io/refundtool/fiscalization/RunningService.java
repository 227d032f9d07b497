package io.refundtool.fiscalization;

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

    private static final Namespace NAMESPACE = Namespace.create(RunningService.class);

    private final String[] settings;
    private @Nullable FiscalizationFixture fixture;

    private RunningService(String... settings) {
        this.settings = settings;
    }

    /** As it is configured, with short pauses; it waits for callbacks longer than any test. */
    static RunningService patient() {
        return new RunningService();
    }

    /** It asks for reports and tries refused credentials again after half a second. */
    static RunningService impatient() {
        return new RunningService(
                "--refundtool.fiscalization.retry.silence=500ms",
                "--refundtool.fiscalization.work.credentials-recheck=500ms");
    }

    FiscalizationFixture get() {
        if (fixture == null) {
            throw new IllegalStateException("Expected to be used within a test, but it is not");
        }
        return fixture;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Holder holder =
                context.getRoot().getStore(NAMESPACE).computeIfAbsent(Holder.class, _ -> new Holder(), Holder.class);
        fixture = holder.with(settings);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        get().atol.forgetScript();
    }

    /** Closed by JUnit after all tests. */
    private static final class Holder implements AutoCloseable {
        private String settings = "";
        private @Nullable FiscalizationFixture current;

        FiscalizationFixture with(String... wanted) {
            FiscalizationFixture running = current;
            if (running != null && settings.equals(String.join(" ", wanted))) {
                return running;
            }
            close();
            FiscalizationFixture started = new FiscalizationFixture(wanted);
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
