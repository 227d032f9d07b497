package io.refundtool.fiscalization.application;

/** The order of starting, and backwards of stopping: answers can be stored before anything is sent or read. */
public final class Phases {
    public static final int RECOVERY = 25;
    public static final int RELAY = 50;
    public static final int ANSWERS = 100;
    public static final int SENDING = 200;
    public static final int READING = 300;

    private Phases() {}
}
