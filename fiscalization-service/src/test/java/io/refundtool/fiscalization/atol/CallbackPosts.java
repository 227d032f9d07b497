package io.refundtool.fiscalization.atol;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/** Posts results to the service, once it is known where that listens. */
final class CallbackPosts implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile @Nullable URI to;

    void to(URI uri) {
        to = uri;
    }

    /** The HTTP status, 0 if there is nobody to post to. */
    int post(String report) {
        URI target = to;
        if (target == null) {
            return 0;
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(target)
                    .POST(BodyPublishers.ofString(report))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            return 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
