package io.refundtool.benchmarks;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Class paths of processes that a benchmark starts. */
public final class ClassPath {

    private static final Predicate<String> OF_THE_GATEWAY =
            Pattern.compile("events-bus|spring-(boot-)?security|oauth2").asPredicate();

    private ClassPath() {}

    /** This one without what the gateway, which is measured from here too, brings along: refund-service asks for no tokens. */
    public static String ofRefundService() {
        return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
                .filter(OF_THE_GATEWAY.negate())
                .collect(joining(File.pathSeparator));
    }
}
