package io.refundtool.fiscalization.atol;

import io.refundtool.fiscalization.atol.AtolJournal.Sent;
import io.refundtool.fiscalization.atol.AtolReplies.Reply;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Speaks ATOL Online's protocol: tokens, registrations with unique external ids, reports, callbacks. By default it
 * accepts everything and calls back at once; what it shall do otherwise is scripted, one step for each request.
 */
public final class StubAtol implements AutoCloseable {
    public static final String GROUP = "shop-1";

    private final CallbackPosts callbacks = new CallbackPosts();
    private final AtolJournal journal = new AtolJournal();
    private final AtolScript script = new AtolScript();
    private final StubAtolServer server = new StubAtolServer(journal, script, callbacks);

    /** What to do with one registration. */
    public sealed interface Step {
        /** Answers this and does nothing. */
        record Answer(Reply reply) implements Step {}

        /** Accepts it and is silent. */
        record AcceptSilently() implements Step {}

        /** Registers it and breaks the connection before the answer. */
        record RegisterAndHangUp() implements Step {}

        /** Accepts it and calls back with this error. */
        record FailLater(String error) implements Step {}

        /** Calls back before it answers. */
        record CallBackFirst() implements Step {}

        /** Accepts it and calls back with success. */
        record GoWell() implements Step {}
    }

    public URI baseUrl() {
        return server.baseUrl();
    }

    /** Where to tell results; nowhere until this is called. */
    public void callBackTo(URI uri) {
        callbacks.to(uri);
    }

    /** The next registrations go like this. */
    public void next(Step... steps) {
        script.addRegistrations(steps);
    }

    public void nextReport(Reply... replies) {
        script.addReports(replies);
    }

    public void nextToken(Reply... replies) {
        script.addTokens(replies);
    }

    /** Forgets what was scripted and has not happened. */
    public void forgetScript() {
        script.forget();
    }

    public void expireTokens() {
        server.expireTokens();
    }

    /** All bodies of registrations that came, accepted or not. */
    public List<JsonNode> registrations() {
        return journal.all().stream().map(Sent::body).toList();
    }

    /** The bodies of registrations for a movement, in the order in which they came. */
    public List<JsonNode> registrations(String movementId) {
        return journal.about(movementId).stream().map(Sent::body).toList();
    }

    /** The operations and external ids of registrations for a movement, in the order in which they came. */
    public List<String> sent(String movementId) {
        return journal.about(movementId).stream()
                .map(sent -> sent.operation() + " " + sent.externalId())
                .toList();
    }

    public int tokensGiven() {
        return server.tokens.get();
    }

    public int reportsAsked() {
        return server.reports.get();
    }

    /** The receipts that the fiscal storage has, by external id. */
    public Map<String, String> registered() {
        return journal.registered();
    }

    /** The report of a receipt that is registered. */
    public String done(String uuid) {
        return journal.done(uuid);
    }

    /** Posts a callback and gives back the HTTP status, 0 if there is nowhere to post to. */
    public int post(String report) {
        return callbacks.post(report);
    }

    @Override
    public void close() {
        server.close();
        callbacks.close();
    }
}
