// Generated from the specs: change topics.yaml, not this file.
package ${package};

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every topic: who writes it and how it is kept. */
public enum Topic {
<#list topics as topic>
${topic.javadoc()}
    ${topic.constant()}(
<#list topic.arguments() as argument>
            ${argument}<#if argument?has_next>,<#else>)<#if topic?has_next>,<#else>;</#if></#if>
</#list>
<#if topic?has_next>

</#if>
</#list>

    private static final Map<String, Topic> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Topic::topicName, Function.identity()));

    private final String topicName;
    private final String description;
    private final String writer;
    private final @Nullable String through;

    @SuppressWarnings("ImmutableEnumChecker") // always made by List.of
    private final List<String> readers;

    private final int partitions;
    private final Duration retention;
    private final String compression;
    private final int maxMessageBytes;
    private final boolean deadLetters;

    Topic(
            String topicName,
            String description,
            String writer,
            @Nullable String through,
            List<String> readers,
            int partitions,
            Duration retention,
            String compression,
            int maxMessageBytes,
            boolean deadLetters) {
        this.topicName = topicName;
        this.description = description;
        this.writer = writer;
        this.through = through;
        this.readers = readers;
        this.partitions = partitions;
        this.retention = retention;
        this.compression = compression;
        this.maxMessageBytes = maxMessageBytes;
        this.deadLetters = deadLetters;
    }

    /** The topic of a name in Kafka. */
    public static Optional<Topic> of(String topicName) {
        return Optional.ofNullable(BY_NAME.get(topicName));
    }

    /** The name in Kafka. */
    public String topicName() {
        return topicName;
    }

    public String description() {
        return description;
    }

    /** The system whose facts it holds. */
    public String writer() {
        return writer;
    }

    /** The gateway that writes for a system outside this repository. */
    public Optional<String> through() {
        return Optional.ofNullable(through);
    }

    public List<String> readers() {
        return readers;
    }

    public int partitions() {
        return partitions;
    }

    public Duration retention() {
        return retention;
    }

    /** Kafka's name of the codec. */
    public String compression() {
        return compression;
    }

    public int maxMessageBytes() {
        return maxMessageBytes;
    }

    /** Whether it holds what a service could not read, as it came, rather than events. */
    public boolean deadLetters() {
        return deadLetters;
    }

    /** The types of its events; none for dead letters. */
    public List<EventType> eventTypes() {
        return EventType.in(this);
    }
}
