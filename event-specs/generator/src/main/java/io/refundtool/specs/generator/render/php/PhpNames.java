package io.refundtool.specs.generator.render.php;

import io.refundtool.specs.generator.model.EventSpec;
import io.refundtool.specs.generator.model.TopicSpec;
import io.refundtool.specs.generator.model.ValueType.EnumType;
import io.refundtool.specs.generator.model.Words;
import io.refundtool.specs.generator.render.Identifiers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names of classes and cases. One that PHP or the library needs itself gets an underscore. */
final class PhpNames {

    static final String NAMESPACE = "RefundTool\\Events";
    static final String COMMON = NAMESPACE + "\\Common";

    /** Words that no class may be called, in whatever case, and the library's classes that generated ones import. */
    private static final Set<String> RESERVED = Set.of((
            // words of the language
            "abstract and array as bool break callable case catch class clone const continue declare default die do "
                    + "echo else elseif empty enddeclare endfor endforeach endif endswitch endwhile enum eval exit "
                    + "extends false final finally float fn for foreach function global goto if implements include "
                    + "instanceof insteadof int interface isset iterable list match mixed namespace never new null "
                    + "numeric object or parent print private protected public readonly require resource return self "
                    + "static string switch throw trait true try unset use var void while xor yield "
                    // classes of the library
                    + "json jsonparser jsonvalue")
            .split(" "));

    private PhpNames() {}

    /** An enum or a record. */
    static String type(String name) {
        return RESERVED.contains(name.toLowerCase(Locale.ROOT)) ? name + "_" : name;
    }

    static String event(EventSpec event) {
        return type(Words.typeName(event));
    }

    static String namespace(EventSpec event) {
        return NAMESPACE + "\\" + Words.pascal(event.system());
    }

    static String eventType(EventSpec event) {
        return Words.pascal(event.wireName());
    }

    static String topic(TopicSpec topic) {
        return Words.pascal(topic.name());
    }

    /** The cases of an enum by their texts on the wire. */
    static Map<String, String> cases(EnumType choice) {
        Set<String> taken = new HashSet<>(Set.of("Class"));
        Map<String, String> cases = new LinkedHashMap<>();
        choice.values().forEach(value -> cases.put(value, Identifiers.claim(Identifiers.constant(value), taken)));
        return cases;
    }
}
