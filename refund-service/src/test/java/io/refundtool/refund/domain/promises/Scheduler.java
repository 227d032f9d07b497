package io.refundtool.refund.domain.promises;

/** Says what happens next where more than one thing may. */
final class Scheduler {

    private final Choices choices;
    private final boolean restless;

    private Scheduler(Choices choices, boolean restless) {
        this.choices = choices;
        this.restless = restless;
    }

    /** Nothing but the order of delivery is left to choose. */
    static Scheduler calm(Choices choices) {
        return new Scheduler(choices, false);
    }

    /** Deadlines pass early, and events come again. */
    static Scheduler restless(Choices choices) {
        return new Scheduler(choices, true);
    }

    int next(int ready) {
        return ready == 1 ? 0 : choices.below(ready);
    }

    boolean early() {
        return restless && choices.onceIn(12);
    }

    boolean again() {
        return restless && choices.onceIn(20);
    }
}
