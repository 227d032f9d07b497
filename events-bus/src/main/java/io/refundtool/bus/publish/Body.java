package io.refundtool.bus.publish;

/**
 * A body, or a part of one.
 *
 * @param bytes the whole of it
 * @param start where the part begins, in bytes
 * @param end where it ends, exclusive
 */
@SuppressWarnings("ArrayRecordComponent") // a window on the one body; never compared
public record Body(byte[] bytes, int start, int end) {}
