package io.refundtool.specs.generator;

import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.read.InvalidSpecsException;
import io.refundtool.specs.generator.read.SpecReader;
import io.refundtool.specs.generator.render.GeneratedFiles;
import io.refundtool.specs.generator.render.JavaRenderer;
import io.refundtool.specs.generator.render.JsonSchemaRenderer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The command that the build runs: {@code <specs> <directory of Java sources> <directory of resources>}.
 *
 * <p>Invalid specs end it with status 1 and one line a finding on standard error; nothing is written then. It owns both
 * target directories: files in them that it did not write are deleted, and files that would not change are left alone,
 * so that nothing is compiled anew without need.
 */
public final class GeneratorMain {

    private GeneratorMain() {}

    public static void main(String[] args) {
        int status = run(List.of(args), System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> arguments, PrintStream errors) {
        if (arguments.size() != 3) {
            errors.println(
                    "Expected three directories <specs> <java sources> <resources>, but there are " + arguments.size());
            return 2;
        }
        Path specs = Path.of(arguments.get(0));
        try {
            SpecModel model = SpecReader.read(specs);
            GeneratedFiles.write(Path.of(arguments.get(1)), JavaRenderer.render(model));
            GeneratedFiles.write(Path.of(arguments.get(2)), JsonSchemaRenderer.render(model));
            return 0;
        } catch (InvalidSpecsException e) {
            errors.println("Expected the event specs of %s to be valid, but there are %d findings:"
                    .formatted(specs.normalize(), e.findings().size()));
            errors.println(e.getMessage());
            return 1;
        }
    }
}
