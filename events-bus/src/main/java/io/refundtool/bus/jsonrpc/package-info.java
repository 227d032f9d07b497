/** JSON-RPC 2.0 beside the REST interface: requests, batches of them, notifications, and the errors of the specification. */
@NullMarked
package io.refundtool.bus.jsonrpc;

import org.jspecify.annotations.NullMarked;
