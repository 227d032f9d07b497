package io.refundtool.events.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes texts that match a pattern, for the part of regular expressions that specs may use: characters, classes and
 * optional groups, each with a quantifier. Lengths are in code points and often at their limits.
 */
final class TextSampler {

    private static final Pattern ATOM = Pattern.compile(
            "(\\[\\^?(?:\\\\.(?:\\{[A-Za-z]+})?|[^\\]\\\\])+]|\\\\x[0-9A-F]{2}|\\\\.|[^\\[\\\\(])([*+?]|\\{[0-9,]+})?");
    private static final int USUAL_LENGTH = 20;
    private static final int LONGEST_ONE_IN = 10;
    private static final Pattern GROUP = Pattern.compile("\\(([^)]*)\\)\\?");
    static final String TROUBLESOME = " !\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~\u00A0éßЖя\u2028漢🙂𝔘";
    static final String READABLE = "abcdefghijklmnopqrstuvwxyz";
    static final String SUPPLEMENTARY = "🙂𝔘";

    private static final Map<Candidates, List<Integer>> CANDIDATES = new ConcurrentHashMap<>();

    private final RandomGenerator random;
    private final String alphabet;

    /** @param alphabet the characters to be used wherever the pattern allows one of them */
    TextSampler(RandomGenerator random, String alphabet) {
        this.random = random;
        this.alphabet = alphabet;
    }

    /** A text of some length, often the longest. */
    String sample(String pattern, int minLength, int maxLength) {
        int usual = Math.min(maxLength, minLength + USUAL_LENGTH);
        int length = random.nextInt(LONGEST_ONE_IN) == 0 ? maxLength : random.nextInt(minLength, usual + 1);
        return ofLength(pattern, Math.max(length, minLength));
    }

    /** A text of a length, or the nearest one that the pattern has. */
    String ofLength(String pattern, int length) {
        List<Atom> atoms = atoms(pattern.substring(1, pattern.length() - 1));
        int spare = Math.max(0, length - atoms.stream().mapToInt(Atom::min).sum());
        StringBuilder text = new StringBuilder();
        for (Atom atom : atoms) {
            int extra = Math.min(spare, atom.max() - atom.min());
            spare -= extra;
            for (int i = 0; i < atom.min() + extra; i++) {
                text.appendCodePoint(
                        atom.candidates().get(random.nextInt(atom.candidates().size())));
            }
        }
        return text.toString();
    }

    private List<Atom> atoms(String pattern) {
        List<Atom> atoms = new ArrayList<>();
        String rest = pattern;
        while (!rest.isEmpty()) {
            Matcher group = GROUP.matcher(rest);
            if (group.lookingAt()) {
                rest = (random.nextBoolean() ? group.group(1) : "") + rest.substring(group.end());
                continue;
            }
            Matcher atom = ATOM.matcher(rest);
            if (!atom.lookingAt()) {
                throw new IllegalStateException("Expected to sample the pattern " + pattern + ", but not " + rest);
            }
            atoms.add(Atom.of(new Candidates(atom.group(1), alphabet), atom.group(2)));
            rest = rest.substring(atom.end());
        }
        return atoms;
    }

    /** The characters of an alphabet that an atom allows, or printable ones if it allows none of them. */
    private record Candidates(String atom, String alphabet) {

        List<Integer> find() {
            List<Integer> found = matching(alphabet.codePoints());
            return found.isEmpty() ? matching(IntStream.rangeClosed('!', '~')) : found;
        }

        private List<Integer> matching(IntStream characters) {
            Pattern allowed = Pattern.compile(atom);
            return characters
                    .filter(c -> allowed.matcher(Character.toString(c)).matches())
                    .boxed()
                    .toList();
        }
    }

    private record Atom(List<Integer> candidates, int min, int max) {

        private static final int UNBOUNDED = 100_000;

        static Atom of(Candidates characters, @Nullable String quantifier) {
            List<Integer> candidates = CANDIDATES.computeIfAbsent(characters, Candidates::find);
            return switch (quantifier) {
                case null -> new Atom(candidates, 1, 1);
                case "*" -> new Atom(candidates, 0, UNBOUNDED);
                case "+" -> new Atom(candidates, 1, UNBOUNDED);
                case "?" -> new Atom(candidates, 0, 1);
                default -> {
                    String[] bounds =
                            quantifier.substring(1, quantifier.length() - 1).split(",", -1);
                    int min = Integer.parseInt(bounds[0]);
                    yield new Atom(candidates, min, Integer.parseInt(bounds[bounds.length - 1]));
                }
            };
        }
    }
}
