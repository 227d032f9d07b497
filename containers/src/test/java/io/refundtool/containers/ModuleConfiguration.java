package io.refundtool.containers;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service's own configuration file says.
 *
 * @param variables those of the environment that it reads
 * @param port where it listens unless told otherwise
 */
record ModuleConfiguration(Set<String> variables, String port) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):");
    private static final Pattern DEFAULT = Pattern.compile("\\$\\{[A-Z0-9_]+:(.*)}");

    static ModuleConfiguration of(String module) {
        String path = module + "/src/main/resources/" + module + ".yaml";
        Set<String> variables = new TreeSet<>();
        VARIABLE.matcher(Repository.read(path)).results().forEach(found -> variables.add(found.group(1)));
        String port = String.valueOf(
                Yaml.map(Yaml.read(path).getOrDefault("server", "")).get("port"));
        Matcher defaulted = DEFAULT.matcher(port);
        return new ModuleConfiguration(variables, defaulted.matches() ? defaulted.group(1) : port);
    }
}
