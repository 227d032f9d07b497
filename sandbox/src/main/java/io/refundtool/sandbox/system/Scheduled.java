package io.refundtool.sandbox.system;

import io.refundtool.sandbox.atol.AtolServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What will be done that is in no topic yet, in sentences. */
final class Scheduled implements Supplier<List<String>> {

    private final Actors actors;
    private final AtolServer atol;
    private final OpenWork work;

    Scheduled(Actors actors, AtolServer atol, OpenWork work) {
        this.actors = actors;
        this.atol = atol;
        this.work = work;
    }

    @Override
    public List<String> get() {
        List<String> sentences = new ArrayList<>();
        if (actors.pending() > 0) {
            sentences.add("BOB and Payment will say %d things".formatted(actors.pending()));
        }
        if (atol.pending() > 0) {
            sentences.add("ATOL will tell %d results".formatted(atol.pending()));
        }
        return sentences.isEmpty() ? work.sentences(atol.unheard()) : sentences;
    }
}
