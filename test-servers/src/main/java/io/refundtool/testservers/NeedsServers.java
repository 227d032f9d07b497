package io.refundtool.testservers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that uses a broker or a database of this package, by itself or by what it calls. {@code ./mvnw verify
 * -Pcontainers} runs these, and reports them as skipped where no Docker daemon answers. {@link ServerTests} finds a class
 * that forgot it.
 *
 * <p>Servers are asked for by instance fields, methods and extensions, not by static fields: those are read before
 * anybody can skip the class.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("servers")
@ExtendWith(DockerAnswers.class)
public @interface NeedsServers {}
