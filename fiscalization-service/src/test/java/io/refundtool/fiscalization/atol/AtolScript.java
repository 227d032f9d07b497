package io.refundtool.fiscalization.atol;

import io.refundtool.fiscalization.atol.AtolReplies.Reply;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What the stub shall do with the next requests, one step for each; what is not scripted goes well. */
final class AtolScript {
    private final Queue<StubAtol.Step> registrations = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> reports = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> tokens = new ConcurrentLinkedQueue<>();

    void addRegistrations(StubAtol.Step... steps) {
        registrations.addAll(List.of(steps));
    }

    void addReports(Reply... replies) {
        reports.addAll(List.of(replies));
    }

    void addTokens(Reply... replies) {
        tokens.addAll(List.of(replies));
    }

    StubAtol.@Nullable Step registration() {
        return registrations.poll();
    }

    @Nullable
    Reply report() {
        return reports.poll();
    }

    @Nullable
    Reply token() {
        return tokens.poll();
    }

    void forget() {
        registrations.clear();
        reports.clear();
        tokens.clear();
    }
}
