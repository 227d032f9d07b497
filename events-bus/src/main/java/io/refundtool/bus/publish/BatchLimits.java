package io.refundtool.bus.publish;

/** The limits of what one request may hold. Public: the documentation and producers go by them. */
public final class BatchLimits {

    /** Largest body of a request, in bytes. */
    public static final int MAX_BODY_BYTES = 4_000_000;

    /** Most events of a batch. */
    public static final int MAX_ITEMS = 1_000;

    /** Largest event, in bytes of its canonical JSON; below the topics' {@code maxMessageBytes}, so headers fit. */
    public static final int MAX_EVENT_BYTES = 999_000;

    /** Deepest nesting of the JSON; the deepest spec needs about eight. */
    public static final int MAX_NESTING_DEPTH = 32;

    /** Most JSON tokens of a body: about six bytes each in a full body, where the densest real events need more. */
    public static final int MAX_TOKENS = 700_000;

    /** Most digits of a number; 64 bits need 20. */
    public static final int MAX_NUMBER_LENGTH = 100;

    /** Most complaints that the answer names for an item. */
    public static final int MAX_COMPLAINTS = 5;

    private BatchLimits() {}
}
