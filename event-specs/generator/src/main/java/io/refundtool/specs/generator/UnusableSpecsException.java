package io.refundtool.specs.generator;

import io.refundtool.specs.generator.read.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Nothing can be made of the specs; the message has a headline and one line a finding. */
final class UnusableSpecsException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * What an author has to correct.
     *
     * @param expectation what the specs should be, said after "to"
     */
    UnusableSpecsException(Path directory, String expectation, List<Finding> findings) {
        super("Expected the event specs of %s to %s, but there are %d findings:\n%s"
                .formatted(
                        directory.normalize(),
                        expectation,
                        findings.size(),
                        findings.stream().map(Finding::toString).collect(Collectors.joining("\n"))));
    }
}
