package io.refundtool.bus.publish;

/** What no two events share: ids are unique for their source. */
record EventId(String source, String id) {}
