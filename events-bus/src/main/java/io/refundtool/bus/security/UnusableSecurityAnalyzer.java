package io.refundtool.bus.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator the one sentence instead of a stack trace. */
final class UnusableSecurityAnalyzer extends AbstractFailureAnalyzer<UnusableSecurityException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableSecurityException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "Change the settings; docs/security.md explains them.", cause);
    }
}
