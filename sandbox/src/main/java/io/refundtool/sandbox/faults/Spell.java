package io.refundtool.sandbox.faults;

/**
 * A fault that lasts for some attempts from the first one on.
 *
 * @param attempts how many
 */
public record Spell(int attempts) {

    static final Spell NONE = new Spell(0);
    static final Spell FOR_EVER = new Spell(Integer.MAX_VALUE);

    /** Whether the attempt, counted from 1, is one of them. */
    public boolean covers(int attempt) {
        return attempt <= attempts;
    }

    public boolean forEver() {
        return attempts == Integer.MAX_VALUE;
    }
}
