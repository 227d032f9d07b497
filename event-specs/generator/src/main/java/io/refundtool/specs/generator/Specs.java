package io.refundtool.specs.generator;

import io.refundtool.specs.generator.compat.CompatibilityCheck;
import io.refundtool.specs.generator.model.Release;
import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.read.Finding;
import io.refundtool.specs.generator.read.InvalidSpecsException;
import io.refundtool.specs.generator.read.ReleaseReader;
import io.refundtool.specs.generator.read.SpecReader;
import io.refundtool.specs.generator.read.SpecSources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Reads specs for the commands, and says at once everything that is wrong with them. */
final class Specs {

    private Specs() {}

    /** Specs that are valid. */
    static SpecModel valid(Path specs) throws UnusableSpecsException {
        try {
            return SpecReader.read(specs);
        } catch (InvalidSpecsException e) {
            throw new UnusableSpecsException(specs, "be valid", e.findings());
        }
    }

    static Release released(Path directory) throws UnusableSpecsException {
        try {
            return ReleaseReader.read(directory);
        } catch (InvalidSpecsException e) {
            throw new UnusableSpecsException(directory, "be a release", e.findings());
        }
    }

    /** Specs that are valid and break nothing that was released. */
    static SpecModel compatible(Path specs, Path released, LocalDate today) throws UnusableSpecsException {
        SpecModel model = valid(specs);
        Release release = released(released);
        List<Finding> findings = CompatibilityCheck.findings(release.specs(), model, new SpecSources(specs), today);
        if (!findings.isEmpty()) {
            throw new UnusableSpecsException(
                    specs, "be compatible with release %s".formatted(release.version()), findings);
        }
        return model;
    }
}
