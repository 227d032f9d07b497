package io.refundtool.testservers;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.testcontainers.utility.DockerImageName;

/** The images that docker-compose.yml takes too: their names and versions stand in .env, at the root of this checkout. */
final class Images {

    private static final String FILE = ".env";

    private Images() {}

    /**
     * The image of a variable of .env.
     *
     * @throws IllegalStateException when there is no such file or no such variable
     */
    static DockerImageName of(String variable) {
        Path file = file(Path.of("").toAbsolutePath());
        String image = variables(file).getProperty(variable);
        if (image == null) {
            throw new IllegalStateException("Expected %s in %s, but it is not there".formatted(variable, file));
        }
        return DockerImageName.parse(image);
    }

    /** Tests run in the folder of their module. */
    private static Path file(Path folder) {
        for (Path each = folder; each != null; each = each.getParent()) {
            if (Files.exists(each.resolve(FILE))) {
                return each.resolve(FILE);
            }
        }
        throw new IllegalStateException("Expected %s in %s or above, but there is none".formatted(FILE, folder));
    }

    private static Properties variables(Path file) {
        Properties variables = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            variables.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return variables;
    }
}
