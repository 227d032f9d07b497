// Generated from the specs: change them, not this file.
package ${package};

import java.time.Duration;
<#if deprecated>
import java.time.LocalDate;
</#if>
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every type of event. */
public enum EventType {
<#list types as type>
${type.javadoc()}
    ${type.constant()}(
<#list type.arguments() as argument>
            ${argument}<#if argument?has_next>,<#else>)<#if type?has_next>,<#else>;</#if></#if>
</#list>
<#if type?has_next>

</#if>
</#list>

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::wireName, Function.identity()));
    private static final Map<Topic, List<EventType>> BY_TOPIC = Arrays.stream(values())
            .collect(Collectors.groupingBy(EventType::topic, Collectors.toUnmodifiableList()));

    private final String wireName;
    private final String title;
    private final String description;
    private final int version;
    private final Topic topic;

    @SuppressWarnings("ImmutableEnumChecker") // always made by List.of
    private final List<String> writers;

    private final Class<? extends Event> javaType;

    @SuppressWarnings("ImmutableEnumChecker") // its list is unmodifiable
    private final @Nullable Expectation expects;

    private final Compatibility compatibility;

    @SuppressWarnings("ImmutableEnumChecker") // dates and a text
    private final @Nullable Deprecation deprecation;

    EventType(
            String wireName,
            String title,
            String description,
            int version,
            Topic topic,
            List<String> writers,
            Class<? extends Event> javaType,
            @Nullable Expectation expects,
            Compatibility compatibility,
            @Nullable Deprecation deprecation) {
        this.wireName = wireName;
        this.title = title;
        this.description = description;
        this.version = version;
        this.topic = topic;
        this.writers = writers;
        this.javaType = javaType;
        this.expects = expects;
        this.compatibility = compatibility;
        this.deprecation = deprecation;
    }

    /** The type of a name on the wire. */
    public static Optional<EventType> of(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    static List<EventType> in(Topic topic) {
        return BY_TOPIC.getOrDefault(topic, List.of());
    }

    /** The name in the header {@code ce_type}, such as {@code payment.money-refunded.v1}. */
    public String wireName() {
        return wireName;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public int version() {
        return version;
    }

    /** The only topic that holds such events. */
    public Topic topic() {
        return topic;
    }

    /** The systems that may write such events; never empty. A gateway admits nobody else. */
    public List<String> writers() {
        return writers;
    }

    public Class<? extends Event> javaType() {
        return javaType;
    }

    /** The answer that such an event wants. */
    public Optional<Expectation> expects() {
        return Optional.ofNullable(expects);
    }

    /** How its spec may change under this version. */
    public Compatibility compatibility() {
        return compatibility;
    }

    /** When it goes and what takes its place; empty while it stays. */
    public Optional<Deprecation> deprecation() {
        return Optional.ofNullable(deprecation);
    }

    /** The path on the class path of its JSON Schema 2020-12, which needs no other file. */
    public String schemaResource() {
        return "/io/refundtool/events/schemas/" + wireName + ".json";
    }
}
