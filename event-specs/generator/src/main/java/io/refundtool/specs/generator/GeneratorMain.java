package io.refundtool.specs.generator;

import io.refundtool.specs.generator.docs.ResourceRenderer;
import io.refundtool.specs.generator.model.SpecModel;
import io.refundtool.specs.generator.render.GeneratedFiles;
import io.refundtool.specs.generator.render.JavaRenderer;
import io.refundtool.specs.generator.render.golang.GoRenderer;
import io.refundtool.specs.generator.render.php.PhpRenderer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The command that the build runs: {@code <specs> [released=<directory>] <target>=<directory>…}, where a target is the
 * name of a renderer.
 *
 * <p>Specs that are invalid, or that break what was released, end it with status 1 and one line a finding on standard error; nothing is written then. It owns all
 * target directories: files in them that it did not write are deleted, and files that would not change are left alone,
 * so that nothing is compiled anew without need.
 */
public final class GeneratorMain {

    /** Names the last release rather than a target. */
    private static final String RELEASED = "released";

    private static final Map<String, Function<SpecModel, Map<String, String>>> TARGETS = new TreeMap<>(Map.of(
            "java", JavaRenderer::render,
            "resources", ResourceRenderer::render,
            "go", GoRenderer::render,
            "php", PhpRenderer::render));

    private GeneratorMain() {}

    public static void main(String[] args) {
        int status = run(List.of(args), System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> arguments, PrintStream errors) {
        Map<String, Path> directories = directories(arguments);
        Optional<Path> released = Optional.ofNullable(directories.remove(RELEASED));
        if (directories.isEmpty() || !TARGETS.keySet().containsAll(directories.keySet())) {
            errors.println("Expected <specs> [released=<directory>] <target>=<directory>… with targets of %s, but the "
                            .formatted(TARGETS.keySet())
                    + "arguments are " + arguments);
            return 2;
        }
        Path specs = Path.of(arguments.getFirst());
        try {
            SpecModel model = released.isPresent()
                    ? Specs.compatible(specs, released.get(), LocalDate.now(ZoneOffset.UTC))
                    : Specs.valid(specs);
            TARGETS.forEach((target, renderer) -> {
                Path directory = directories.get(target);
                if (directory != null) {
                    GeneratedFiles.write(directory, renderer.apply(model));
                }
            });
            return 0;
        } catch (UnusableSpecsException e) {
            errors.println(e.getMessage());
            return 1;
        }
    }

    /** The directories by their targets; an argument without a target has the empty one, which does not exist. */
    private static Map<String, Path> directories(List<String> arguments) {
        Map<String, Path> directories = new LinkedHashMap<>();
        for (String argument : arguments.stream().skip(1).toList()) {
            int equals = argument.indexOf('=');
            directories.put(argument.substring(0, Math.max(equals, 0)), Path.of(argument.substring(equals + 1)));
        }
        return directories;
    }
}
