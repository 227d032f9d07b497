package io.refundtool.specs.generator.render;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The imports of a Java file, sorted, without those of its own package. */
final class JavaImports {

    private JavaImports() {}

    static List<String> of(String packageName, Collection<JavaProperty> properties, String... others) {
        TreeSet<String> imports = new TreeSet<>(List.of(others));
        properties.forEach(property -> imports.addAll(property.imports()));
        imports.removeIf(
                imported -> imported.substring(0, imported.lastIndexOf('.')).equals(packageName));
        return List.copyOf(imports);
    }
}
