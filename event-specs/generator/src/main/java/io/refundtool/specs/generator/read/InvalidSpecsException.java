package io.refundtool.specs.generator.read;

import java.util.List;
import java.util.stream.Collectors;

/** Specs break rules; nothing was generated. The message has one line a finding. */
public final class InvalidSpecsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** @param findings by file and line; not empty */
    public InvalidSpecsException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = findings;
    }

    /** Everything that is wrong, by file and line. */
    public List<Finding> findings() {
        return findings;
    }
}
