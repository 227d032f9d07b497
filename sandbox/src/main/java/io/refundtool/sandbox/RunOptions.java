package io.refundtool.sandbox;

import io.refundtool.sandbox.faults.FaultPlan;
import io.refundtool.sandbox.feed.ImportSettings;
import io.refundtool.sandbox.system.Hosting;
import io.refundtool.sandbox.system.SystemPorts;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the flags say, checked; orders and returns are both there or both not. */
record RunOptions(
        @Nullable Path orders,
        @Nullable Path returns,
        @Nullable Path report,
        ImportSettings importSettings,
        boolean exit,
        double rate,
        int count,
        long seed,
        int lanes,
        Duration stall,
        Path directory,
        boolean keep,
        FaultPlan faults,
        SystemPorts ports,
        Hosting hosting) {}
