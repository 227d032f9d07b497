package io.refundtool.refund.scenario;

/** Where something stands in a scenario's file; lines are counted from 1. */
public record Place(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
