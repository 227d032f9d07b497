package io.refundtool.bus.jsonrpc;

/** Something that can be called by name. */
public interface RpcMethod {

    String name();

    RpcOutcome call(RpcCall.Params params, RpcCaller caller);
}
