package io.refundtool.bus.jsonrpc;

/** What a method answers. */
public sealed interface RpcOutcome {

    /** It did what it was asked. */
    record Result(Object value) implements RpcOutcome {}

    /** It did not, or not all of it. */
    record Failed(RpcError error) implements RpcOutcome {}
}
