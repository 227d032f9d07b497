package io.refundtool.events.sampling;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Takes the same at every place: all that is least, all that is most, or what is usual.
 *
 * @param edge which of them
 * @param only the one optional property that is there, with what it stands in; empty for none, {@link #ALL} for all
 * @param full the list that has as many elements as it may; empty for none
 */
public record EdgeChoices(Edge edge, String only, String full, TextSampler texts) implements Choices {

    static final String ALL = "*";

    /** Which value of several is taken. */
    public enum Edge {
        SMALLEST,
        USUAL,
        LARGEST
    }

    private static final int SOME = 2;
    private static final int USUAL_NUMBER = 7;
    private static final int USUAL_LENGTH = 8;

    /** The letters of texts come from a random generator that begins anew, so that the same choices make the same event. */
    private static final long SEED = 20_260_101;

    public static EdgeChoices smallest() {
        return of(Edge.SMALLEST, "", TextSampler.READABLE);
    }

    public static EdgeChoices usual() {
        return of(Edge.USUAL, ALL, TextSampler.READABLE);
    }

    public static EdgeChoices largest() {
        return of(Edge.LARGEST, ALL, TextSampler.TROUBLESOME);
    }

    /** As the largest, and every text is of characters that UTF-16 has two of, where it may be. */
    public static EdgeChoices supplementary() {
        return of(Edge.LARGEST, ALL, TextSampler.SUPPLEMENTARY);
    }

    /** The smallest with one optional property, which has its usual value. */
    public static EdgeChoices only(String path) {
        return of(Edge.SMALLEST, path, TextSampler.READABLE);
    }

    /** The smallest with one list that is as long as it may be. */
    public static EdgeChoices full(String path) {
        return new EdgeChoices(
                Edge.SMALLEST, path, path, new TextSampler(new SplittableRandom(SEED), TextSampler.READABLE));
    }

    private static EdgeChoices of(Edge edge, String only, String alphabet) {
        return new EdgeChoices(edge, only, "", new TextSampler(new SplittableRandom(SEED), alphabet));
    }

    @Override
    public boolean includes(String path) {
        return only.equals(ALL) || isOnTheWay(path);
    }

    @Override
    public int size(String path, int minItems, int maxItems) {
        if (path.equals(full)) {
            return maxItems;
        }
        int some = Math.clamp(SOME, minItems, maxItems);
        return switch (edge) {
            case SMALLEST -> isOnTheWay(path) ? Math.max(1, minItems) : minItems;
            case USUAL, LARGEST -> some;
        };
    }

    @Override
    public long number(long minimum, long maximum) {
        return switch (edge) {
            case SMALLEST -> minimum;
            case USUAL -> Math.clamp(USUAL_NUMBER, minimum, maximum);
            case LARGEST -> maximum;
        };
    }

    @Override
    public String text(String pattern, int minLength, int maxLength) {
        return switch (edge) {
            case SMALLEST -> texts.ofLength(pattern, minLength);
            case USUAL -> texts.ofLength(pattern, Math.clamp(USUAL_LENGTH, minLength, maxLength));
            case LARGEST -> texts.ofLength(pattern, maxLength);
        };
    }

    @Override
    public String choice(List<String> values) {
        return switch (edge) {
            case SMALLEST -> values.getFirst();
            case USUAL -> values.get(values.size() / 2);
            case LARGEST -> values.getLast();
        };
    }

    @Override
    public String time() {
        return switch (edge) {
            case SMALLEST -> "1000-01-01T00:00:00Z";
            case USUAL -> "2026-02-28T12:34:56.700Z";
            case LARGEST -> "2999-12-31T23:59:59.999999Z";
        };
    }

    private boolean isOnTheWay(String path) {
        return (only + ".").startsWith(path + ".") || only.startsWith(path + "[");
    }
}
